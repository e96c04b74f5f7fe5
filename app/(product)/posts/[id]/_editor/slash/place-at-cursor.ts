import type { Editor } from "@tiptap/react";

/** How wide what opens at the cursor is at most, in pixels: on a phone it takes the width of the text. */
const WIDTH = 340;
const BELOW = 6;

/** Where something stands beneath a place of the text, within its edges. */
export function placeAtCursor({ view }: Editor, pos: number) {
  const box = view.dom.getBoundingClientRect();
  const at = view.coordsAtPos(pos);
  const width = Math.min(WIDTH, box.width);
  const left = Math.min(Math.max(0, at.left - box.left), box.width - width);
  return { top: at.bottom - box.top + BELOW, left, width };
}
