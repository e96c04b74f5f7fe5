import type { RankedPage } from "../corpus/load-corpus";

/** What a query asks that looks for the accounts of a site, such as "accounts of example (example.org)". */
const ACCOUNTS_OF = /\baccounts of .*\(([a-z0-9.-]+\.[a-z]+)\)/i;
/** Where an account of a name is. */
const PLACES = [
  "https://x.com/",
  "https://www.youtube.com/@",
  "https://github.com/",
  "https://medium.com/@",
];

/** Accounts of a site as a search finds them, somebody else's of a similar name before each: the corpus has none. */
export function listAccounts(query: string): RankedPage[] {
  const hostname = ACCOUNTS_OF.exec(query)?.[1];
  if (!hostname) return [];
  const name = hostname.split(".").at(-2) ?? hostname;
  return PLACES.flatMap((place) => [`${place}the${name}fan`, `${place}${name}`]).map((url) => ({
    page: { url, title: url, description: "", text: `The account ${url}.`, stub: false },
    score: 1,
  }));
}
