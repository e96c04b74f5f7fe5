import "server-only";
import { readPages } from "../../calls/call-exa";
import type { Caller } from "../../calls/caller";
import { type SocialAccount, socialAccount } from "./schema";

const LINKS = 100;
/** Hosts, and what the address of an account looks like there. */
const ACCOUNTS: readonly [SocialAccount["platform"], RegExp][] = [
  ["linkedin", /^(?:[a-z]+\.)?linkedin\.com\/(?:company|in|school)\/[^/?#]+/],
  ["x", /^(?:www\.)?(?:x|twitter)\.com\/(?!share|intent|home|search)[A-Za-z0-9_]{1,15}/],
  ["facebook", /^(?:www\.)?facebook\.com\/(?!sharer|share|dialog)[^/?#]+/],
  ["instagram", /^(?:www\.)?instagram\.com\/(?!p\/)[^/?#]+/],
  ["youtube", /^(?:www\.)?youtube\.com\/(?:@|c\/|channel\/|user\/)[^/?#]+/],
  ["medium", /^(?:www\.)?medium\.com\/@?[^/?#]+/],
  ["substack", /^[a-z0-9-]+\.substack\.com/],
  ["github", /^(?:www\.)?github\.com\/[A-Za-z0-9-]+/],
];

/** The accounts that the user's own front page links to, one a platform, read through Exa. */
export async function findSocials(caller: Caller, url: string): Promise<SocialAccount[]> {
  const answer = await readPages(caller, {
    urls: [url],
    maxCharacters: 200,
    subpages: 0,
    links: LINKS,
  });
  const links = answer.results.flatMap(({ extras }) => extras?.links ?? []);
  return ACCOUNTS.flatMap(([platform, pattern]) => {
    const found = links
      .map((link) => pattern.exec(link.replace(/^https?:\/\//i, ""))?.[0])
      .find((address) => address !== undefined);
    const parsed = socialAccount.safeParse({ platform, url: `https://${found}` });
    return found && parsed.success ? [parsed.data] : [];
  });
}
