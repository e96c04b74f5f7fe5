"use client";
import type { Editor } from "@tiptap/react";
import { useLayoutEffect, useState } from "react";

/** How wide what opens at the cursor is at most, in pixels: on a phone it takes the width of the text. */
const WIDTH = 340;
const BELOW = 6;

/** Where something stands beneath a place of the text, within its edges; anew whenever the text is laid out anew. */
export function usePlaceAtCursor(editor: Editor, pos: number) {
  const [place, setPlace] = useState(() => measure(editor, pos));
  useLayoutEffect(() => {
    const again = () => setPlace(measure(editor, pos));
    again();
    const watch = new ResizeObserver(again);
    watch.observe(editor.view.dom);
    return () => watch.disconnect();
  }, [editor, pos]);
  return place;
}

function measure({ view }: Editor, pos: number) {
  const box = view.dom.getBoundingClientRect();
  const at = view.coordsAtPos(Math.min(pos, view.state.doc.content.size));
  const width = Math.min(WIDTH, box.width);
  const left = Math.min(Math.max(0, at.left - box.left), box.width - width);
  return { top: at.bottom - box.top + BELOW, left, width };
}
