import "server-only";
import { readPages } from "../../calls/call-exa";
import type { Caller } from "../../calls/caller";
import { PAGES_BELOW } from "../pages-below";
import { pickSocials } from "./pick-socials";
import type { ContentOverview, SocialAccount } from "./schema";
import { summarizeContent } from "./summarize-content";

/** How many pages below the front page are read. */
export const OWN_PAGES = 12;
const LINKS = 100;
const MAX_CHARACTERS = 3_000;

/**
 * Reads the user's own site once through Exa: the accounts that its front page links to, and what
 * its pages have in common; null when no page could be read.
 */
export async function readOwnSite(
  caller: Caller,
  url: string,
): Promise<{ socials: SocialAccount[]; content: ContentOverview | null }> {
  const { results } = await readPages(caller, {
    urls: [url],
    maxCharacters: MAX_CHARACTERS,
    subpages: OWN_PAGES,
    subpageTarget: PAGES_BELOW,
    links: LINKS,
  });
  const links = results.flatMap(({ extras }) => extras?.links ?? []);
  const pages = results.flatMap((page) => [page, ...(page.subpages ?? [])]);
  return { socials: pickSocials(links), content: summarizeContent({ url, links, pages }) };
}
