import "server-only";
import { stripMarkup } from "../../markdown/strip-markup";
import { listLivePosts } from "../../publish/list-live-posts";
import type { OwnLinks } from "../edit/schema";
import { matchOwnPosts, type OwnMatch } from "../links/match-own-posts";
import { toOwnPost } from "../links/to-own-post";
import type { Section } from "../schema";
import { canonicalUrl } from "../sources/canonical-url";
import type { Tool } from "./open-tool";

/** The matches of a section, and how many posts were compared. */
export type FoundLinks = { published: number; matches: OwnMatch[] };

/** The user's published posts that fit a section and are not cited in it yet. Calls nobody. */
export async function findOwnLinks(
  { user, post, evidence }: Tool,
  { markdown }: Section,
): Promise<FoundLinks> {
  const live = await listLivePosts(user, post.id);
  const sources = [...post.document.sources, ...evidence.sources];
  const cited = sources.filter(({ id }) => markdown.includes(`[^${id}.`));
  const linked = new Set(cited.map(({ url }) => url && canonicalUrl(url)));
  const open = live.map(toOwnPost).filter(({ url }) => !linked.has(canonicalUrl(url)));
  return { published: live.length, matches: matchOwnPosts(markdown, open) };
}

/** What was found, as a page shows it. */
export function describeLinks({ post }: Tool, { published, matches }: FoundLinks): OwnLinks {
  const links = matches.map(({ postId, title, url, sentence }) => {
    return { postId, title, url, sentence: stripMarkup(sentence) };
  });
  return { version: post.version, published, links };
}
