import "server-only";
import type { Originality } from "../edit/schema";
import { listOtherPosts } from "../originality/list-other-posts";
import { measureOriginality } from "../originality/measure-originality";
import type { Section } from "../schema";
import type { Tool } from "./open-tool";

/**
 * Compares a section with every passage of its post and with the user's other posts, word by word.
 * Calls nobody, costs nothing and changes nothing.
 */
export async function checkOriginality(
  { user, post, evidence }: Tool,
  { id, markdown }: Section,
): Promise<Originality> {
  const others = await listOtherPosts(user, post.id);
  return {
    sectionId: id,
    version: post.version,
    ...measureOriginality(markdown.trim(), evidence, others),
    compared: { sources: evidence.sources.length, posts: others.length },
  };
}
