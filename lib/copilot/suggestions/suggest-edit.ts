import "server-only";
import type { z } from "zod";
import type { Post } from "../../blog/schema";
import { applyChange } from "../../seo/apply-change";
import type { SeoChange } from "../../seo/schema";
import type { ShownChange } from "../schema";
import type { NewSuggestion, postChange } from "./new-suggestion";

type Why = { title: string; reason: string; shown: ShownChange[] };

/** A change of title, listing or sections as a suggestion for the version that was read. */
export function suggestEdit(post: Post, change: SeoChange, why: Why): NewSuggestion {
  const { title, seo, sections } = change;
  const whole: z.infer<typeof postChange> = {
    ...(title === undefined ? {} : { title }),
    ...(seo === undefined ? {} : { seo }),
    ...(sections ? { sections: toSections(post, change) } : {}),
  };
  return { kind: "post", postId: post.id, basedOn: post.version, change: whole, ...why };
}

/** An edit names all sections: those that it leaves out are deleted. */
function toSections({ document }: Post, change: SeoChange) {
  const { sections } = applyChange(document, change);
  return sections.map(({ id, heading, markdown }) => ({ id, heading, markdown }));
}

/** One line before and after, for a diff. */
export function showLine(label: string, before: string, after: string): ShownChange {
  return { label, before, after, citations: [], doubts: [] };
}
