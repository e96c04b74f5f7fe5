import type { Node } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import { LIMITS } from "@/lib/limits/registry";
import { cutFromEnd, cutText } from "@/lib/text/cut-text";
import { toMarkdown } from "./section-markdown";

/** The most that is sent of the text on either side of the cursor, in characters: a little under the limit. */
const MOST_BEFORE = LIMITS.aroundCursor.before - 100;
const MOST_AFTER = LIMITS.aroundCursor.after - 100;
const FEWEST_WORDS = 3;

/** A cursor in a paragraph, where something may come next. */
export type Place = {
  pos: number;
  /** Behind everything that its paragraph says. */
  atEnd: boolean;
  /** How many words its paragraph has. */
  words: number;
};

/** Where the cursor is; null where text is selected, or where it stands in no paragraph. */
export function findPlace({ selection }: EditorState): Place | null {
  const { empty, $head } = selection;
  if (!empty || $head.parent.type.name !== "paragraph") return null;
  const words = $head.parent.textContent.split(/\s+/).filter((word) => word !== "").length;
  return { pos: $head.pos, atEnd: $head.parentOffset === $head.parent.content.size, words };
}

/** Whether a pause in writing asks for a suggestion: behind a paragraph that has begun. */
export function asksByItself(place: Place | null): place is Place {
  if (!place?.atEnd) return false;
  return place.words >= FEWEST_WORDS;
}

/** The Markdown on both sides of a place, whole. */
export function readAround(doc: Node, pos: number): { before: string; after: string } {
  return { before: toMarkdown(doc.cut(0, pos)), after: toMarkdown(doc.cut(pos)) };
}

/** As much of it as a request may hold, cut between words. */
export function limitAround({ before, after }: { before: string; after: string }) {
  return {
    before:
      before.length > MOST_BEFORE ? cutFromEnd(before, MOST_BEFORE).replace(/^\S*\s/, "") : before,
    after: after.length > MOST_AFTER ? cutText(after, MOST_AFTER).replace(/\s\S*$/, "") : after,
  };
}
