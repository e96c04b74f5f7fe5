import { type SocialAccount, socialAccount } from "./schema";

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

/** The accounts among the links of a site's own front page, one a platform. */
export function pickSocials(links: readonly string[]): SocialAccount[] {
  return ACCOUNTS.flatMap(([platform, pattern]) => {
    const found = links
      .map((link) => pattern.exec(link.replace(/^https?:\/\//i, ""))?.[0])
      .find((address) => address !== undefined);
    const parsed = socialAccount.safeParse({ platform, url: `https://${found}` });
    return found && parsed.success ? [parsed.data] : [];
  });
}
