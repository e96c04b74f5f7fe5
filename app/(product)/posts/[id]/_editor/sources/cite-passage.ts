import type { Editor } from "@tiptap/react";
import type { Citation, Source } from "@/lib/blog/schema";

/** As much of a passage as a quote shows until the post is saved, in characters. */
const MOST_QUOTED = 280;

/** What a mark of a passage rests on, as the page shows it until the server has chosen the sentence. */
export function citePassage(
  { id: sourceId, title, url }: Source,
  { id: passageId, text }: { id: string; text: string },
  sectionId: string,
): Citation {
  return { sectionId, passageId, sourceId, title, url, quote: text.slice(0, MOST_QUOTED) };
}

/** The section whose text an editor holds. */
export function sectionOf(editor: Editor): string {
  return editor.view.dom.closest("section[id]")?.id ?? "";
}
