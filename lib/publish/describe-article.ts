import type { Post } from "../blog/schema";
import { buildBody } from "../export/html/render-body";
import { slugOf } from "../export/name-file";
import type { Publisher, SiteArticle } from "../integrations/publisher";
import type { SiteListing } from "../integrations/schema";
import { plainLine } from "../text/plain-line";

/** A post as a site is given it, with what its author chose for the site. */
export function describeArticle(
  post: Post,
  { keepsIds }: Pick<Publisher, "keepsIds">,
  listing: SiteListing,
): SiteArticle {
  const { document, id } = post;
  const { seo } = document;
  return {
    marker: id,
    title: plainLine(document.title),
    slug: slugOf(document) || `post-${id.slice(0, 8)}`,
    ...buildBody(post, { backLinks: keepsIds }),
    metaTitle: plainLine(seo?.title ?? ""),
    description: plainLine(seo?.description ?? ""),
    tags: (seo?.tags ?? []).map(plainLine).filter(Boolean),
    sharing: seo?.picture ?? null,
    listing: { ...(seo?.canonical ? { canonicalUrl: seo.canonical } : {}), ...listing },
  };
}
