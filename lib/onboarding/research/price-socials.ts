import { EXA_PRICES } from "../../models/dated-facts";
import type { SocialsPrices } from "./schema";

/** What finding the accounts of a site costs: one page read by Exa, or one search of it. */
export const SOCIALS_PRICES: SocialsPrices = {
  links: EXA_PRICES.page,
  search: EXA_PRICES.search.auto,
};
