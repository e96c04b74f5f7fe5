import "server-only";
import type { UserId } from "../../auth/user-id";
import { callExa, readPages } from "../../calls/call-exa";
import type { Caller } from "../../calls/caller";
import { openCaller } from "../../calls/open-caller";
import type { EmitWork } from "../../http/schema";
import { isOwnAccount, nameOf } from "./is-own-account";
import { pickSocials } from "./pick-socials";
import { SOCIAL_HOSTS, type SocialAccount, type SocialsBody } from "./schema";

const LINKS = 100;
const RESULTS = 10;
type Report = { emit: EmitWork; signal: AbortSignal };

/**
 * The accounts of whoever has a site, by one call of Exa: those that its front page links to, or those
 * that a search finds and whose names are the site's own. Told as `socials`, and stored by nobody.
 */
export async function findSocials(
  user: UserId,
  { url, by }: SocialsBody,
  { emit, signal }: Report,
): Promise<{ socials: SocialAccount[] }> {
  const caller = await openCaller(user, emit, signal);
  const { hostname } = new URL(url);
  const label =
    by === "links" ? `Reading the links of ${hostname} through Exa` : "Searching for accounts";
  emit("progress", { done: 0, total: 1, label });
  const socials = by === "links" ? await readLinks(caller, url) : await search(caller, hostname);
  emit("field", { name: "socials", value: socials });
  return { socials };
}

async function readLinks(caller: Caller, url: string): Promise<SocialAccount[]> {
  const reading = { urls: [url], maxCharacters: 1, subpages: 0, links: LINKS };
  const { results } = await readPages(caller, reading);
  return pickSocials(results.flatMap(({ extras }) => extras?.links ?? []));
}

async function search(caller: Caller, hostname: string): Promise<SocialAccount[]> {
  const results = await callExa(caller, {
    query: `Official social media accounts of ${nameOf(hostname)} (${hostname})`,
    ...{ type: "auto", numResults: RESULTS, maxCharacters: 300 },
    includeDomains: [...SOCIAL_HOSTS],
  });
  const accounts = results.flatMap(({ url }) => pickSocials([url]));
  const own = accounts.filter(({ url }) => isOwnAccount(url, hostname));
  return pickSocials(own.map(({ url }) => url));
}
