import type { Post } from "../blog/schema";
import { renderBody } from "../export/html/render-body";
import { slugOf } from "../export/name-file";
import type { Publisher, SiteArticle } from "../integrations/publisher";
import { plainLine } from "../text/plain-line";

/** A post as a site is given it. */
export function describeArticle(
  post: Post,
  { keepsIds }: Pick<Publisher, "keepsIds">,
): SiteArticle {
  const { document, id } = post;
  const { seo } = document;
  return {
    marker: id,
    title: plainLine(document.title),
    slug: slugOf(document) || `post-${id.slice(0, 8)}`,
    ...renderBody(post, { backLinks: keepsIds }),
    metaTitle: plainLine(seo?.title ?? ""),
    description: plainLine(seo?.description ?? ""),
    tags: (seo?.tags ?? []).map(plainLine).filter(Boolean),
  };
}
