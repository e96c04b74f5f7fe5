import { canonicalUrl } from "./canonical-url";

type Addressed = { url: string | null };

/** Tells whether a page is none of those that are known, however its address is spelled. */
export function isNew(known: readonly Addressed[]): (page: Addressed) => boolean {
  const keys = new Set(known.map(({ url }) => url && canonicalUrl(url)));
  return ({ url }) => !keys.has(url && canonicalUrl(url));
}
