import type { Search } from "../../calls/call-exa";
import type { Author } from "../author/load-author";
import type { GenerateBody } from "../schema";
import { SOURCE_AGES } from "./schema";

const DAY_MS = 86_400_000;
type Limits = Required<Pick<Search, "includeDomains" | "excludeDomains">> &
  Pick<Search, "publishedAfter" | "category">;

/** What every search of a post keeps to: sites that are wanted and unwanted, the age of a page and its kind. */
export function limitSearch(
  request: GenerateBody,
  { avoidDomains }: Pick<Author, "avoidDomains">,
  now = Date.now(),
): Limits {
  const { includeDomains = [], excludeDomains = [], publishedWithin, category } = request;
  const days = publishedWithin && SOURCE_AGES[publishedWithin];
  return {
    includeDomains,
    excludeDomains: [...new Set([...excludeDomains, ...avoidDomains])],
    ...(category ? { category } : {}),
    ...(days ? { publishedAfter: new Date(now - days * DAY_MS).toISOString() } : {}),
  };
}
