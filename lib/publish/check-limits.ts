import type { Post } from "../blog/schema";
import { slugOf } from "../export/name-file";
import type { SiteFacts, SiteListing } from "../integrations/schema";
import { plainLine } from "../text/plain-line";
import type { ReadinessItem } from "./schema";

/** What a site takes, by the name of its system, and what was chosen for it. */
export type SiteLimits = {
  site: string;
  most: SiteFacts["most"];
  listing: SiteListing;
  /** Whether this login may put posts live; unknown until the site was asked. */
  mayPublish?: boolean;
  /** Unknown until the site was asked. */
  takes?: Pick<SiteFacts["takes"], "picture">;
};
type Limit = { id: ReadinessItem["id"]; what: string; text: string; most: number | null };

/** What of a post is longer than its site takes, and what its user may not do there. Pure. */
export function checkLimits(
  { document }: Pick<Post, "document">,
  { site, most, listing, mayPublish = true, takes }: SiteLimits,
): ReadinessItem[] {
  const { seo, title } = document;
  const description = plainLine(seo?.description ?? "");
  const longest = (texts: readonly string[]) =>
    texts.reduce((one, other) => (lengthOf(other) > lengthOf(one) ? other : one), "");
  const tags = listing.tags ?? (seo?.tags ?? []).map(plainLine);
  const limits: Limit[] = [
    { id: "title-length", what: "The title", text: plainLine(title), most: most.title },
    {
      ...{ id: "meta-length", what: "The title for search engines" },
      ...{ text: plainLine(seo?.title ?? ""), most: most.metaTitle },
    },
    {
      ...{ id: "meta-length", what: "The description for search engines" },
      ...{ text: description, most: most.metaDescription },
    },
    {
      ...{ id: "excerpt-length", what: "The excerpt" },
      ...{ text: listing.excerpt ?? "", most: most.excerpt },
    },
    { id: "tag-length", what: "A tag", text: longest(tags), most: most.tag },
    { id: "slug", what: "The slug", text: listing.slug ?? slugOf(document), most: most.slug },
  ];
  const tooLong = limits.flatMap((limit) => describe(limit, site));
  const cut = listing.excerpt === undefined && isOver(description, most.excerpt);
  return [
    ...tooLong,
    ...(cut
      ? [warns(`${site} takes an excerpt of ${most.excerpt} characters: the description is cut.`)]
      : []),
    ...(seo?.picture && takes && !takes.picture ? [OWN_PICTURE] : []),
    ...(mayPublish ? [] : [RIGHTS]),
  ];
}

function describe({ id, what, text, most }: Limit, site: string): ReadinessItem[] {
  if (!isOver(text, most)) return [];
  const message = `${what} has ${lengthOf(text)} characters; ${site} takes ${most}.`;
  return [{ id, ok: false, severity: "blocks", message }];
}

function isOver(text: string, most: number | null): boolean {
  return most !== null && lengthOf(text) > most;
}

/** As databases count: a character outside the basic plane is one. */
function lengthOf(text: string): number {
  return [...text].length;
}

function warns(message: string): ReadinessItem {
  return { id: "excerpt-length", ok: false, severity: "warns", message };
}

const RIGHTS: ReadinessItem = {
  ...{ id: "rights", ok: false, severity: "warns" },
  message: "This user may only write drafts on the site; somebody else puts them live there.",
};

const OWN_PICTURE: ReadinessItem = {
  ...{ id: "picture", ok: false, severity: "warns" },
  message:
    "This site has no place for the picture of shared links: its own is shown. On WordPress a plug-in such as Yoast SEO or Rank Math makes one.",
};
