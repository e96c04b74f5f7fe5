import "server-only";
import type { UserId } from "../auth/user-id";
import { EXA_PRICES } from "../models/dated-facts";
import { findPrice } from "../models/find-price";
import { listPreferred } from "../models/list-preferred";
import { priceTokens } from "../models/price-tokens";
import { OWN_PAGES } from "./research/read-own-site";
import { SUBPAGES } from "./website/read-site";

const SITE_TOKENS = { inputTokens: 8_000, outputTokens: 2_000 };
const RESEARCH_TOKENS = { inputTokens: 8_000, outputTokens: 1_500 };
const SITEMAP_TOKENS = { inputTokens: 4_000, outputTokens: 1_200 };
const PERSONA_TOKENS = { inputTokens: 1_500, outputTokens: 2_000 };

/** What the work of a step costs about, in US dollars; null where the model's price is not known. */
type Estimates = Record<"website" | "sitemap" | "research" | "persona", number | null>;

/** What the work of each step costs about, said before it is started. Nobody is asked for it. */
export async function estimateCosts(user: UserId): Promise<Estimates> {
  const [model = ""] = await listPreferred(user);
  const price = await findPrice(user, model);
  if (!price) return { website: null, sitemap: null, research: null, persona: null };
  return {
    website: (1 + SUBPAGES) * EXA_PRICES.page + priceTokens(price, SITE_TOKENS),
    sitemap: priceTokens(price, SITEMAP_TOKENS),
    persona: priceTokens(price, PERSONA_TOKENS),
    research:
      EXA_PRICES.search.auto +
      (1 + OWN_PAGES) * EXA_PRICES.page +
      priceTokens(price, RESEARCH_TOKENS),
  };
}
