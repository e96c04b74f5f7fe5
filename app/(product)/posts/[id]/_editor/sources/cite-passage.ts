import type { Editor } from "@tiptap/react";
import type { Citation, Source } from "@/lib/blog/schema";
import { LIMITS } from "@/lib/limits/registry";
import { cutText } from "@/lib/text/cut-text";

/** What a mark of a passage rests on, as the page shows it until the server has chosen the sentence. */
export function citePassage(
  { id: sourceId, title, url }: Source,
  { id: passageId, text }: { id: string; text: string },
  sectionId: string,
): Citation {
  const quote = cutText(text, LIMITS.quoteCharacters);
  return { sectionId, passageId, sourceId, title, url, quote };
}

/** The section whose text an editor holds. */
export function sectionOf(editor: Editor): string {
  return editor.view.dom.closest("section[id]")?.id ?? "";
}
