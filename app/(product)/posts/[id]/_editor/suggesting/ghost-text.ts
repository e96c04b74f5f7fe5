import type { JSONContent } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import { Fragment, type Node } from "@tiptap/pm/model";
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { parseBlocks } from "../text/parse-blocks";
import type { Ghost } from "./ghost";
import { renderGhost } from "./render-ghost";

type Change = { ghost: Ghost | null; taken?: boolean };

export const ghostKey = new PluginKey<Ghost | null>("ghost");
const ASK = "ask-ghost";
type Asking = { wish: string | undefined };
const WANTS_NO_SPACE = /^(?:[\s,.;:!?)\]}’”…]|\[\^S\d)/;
const LEAF = "\ufffc";

/** What the keys of the editor do beside writing. */
type Keys = { onAsk: () => void; onTake: () => void };

/** Shows a ghost until something is typed or the cursor moves. Tab takes it, Escape drops it, Alt and Enter ask for one. */
export function openGhostPlugin({ onAsk, onTake }: Keys): Plugin<Ghost | null> {
  return new Plugin<Ghost | null>({
    key: ghostKey,
    state: {
      init: () => null,
      apply: (tr, ghost, before, after) => {
        const change: Change | undefined = tr.getMeta(ghostKey);
        if (change) return change.ghost;
        return tr.docChanged || !after.selection.eq(before.selection) ? null : ghost;
      },
    },
    props: {
      decorations: (state) => {
        const ghost = ghostKey.getState(state);
        if (!ghost) return null;
        const draw = () => renderGhost(ghost);
        return DecorationSet.create(state.doc, [Decoration.widget(ghost.pos, draw, { side: 1 })]);
      },
      handleKeyDown: (view, event) => {
        const { key, altKey, ctrlKey, metaKey, shiftKey, isComposing } = event;
        if (isComposing || ctrlKey || metaKey || shiftKey) return false;
        if (altKey && key === "Enter") onAsk();
        else if (altKey || !ghostKey.getState(view.state)) return false;
        else if (key === "Tab") onTake();
        else if (key === "Escape") view.dispatch(dropGhost(view.state));
        else return false;
        return true;
      },
    },
  });
}

/** Shows a suggestion. */
export function showGhost({ tr }: EditorState, ghost: Ghost): Transaction {
  return tr.setMeta(ghostKey, { ghost } satisfies Change);
}

/** Asks for a suggestion, as Alt and Enter do, or for what is wished for. */
export function askForGhost({ tr }: EditorState, wish?: string): Transaction {
  return tr.setMeta(ASK, { wish } satisfies Asking);
}

/** What a transaction asks for; null where it asks for nothing. */
export function readAsking(tr: Transaction): Asking | null {
  const asking: Asking | undefined = tr.getMeta(ASK);
  return asking ?? null;
}

/** Takes a suggestion away. */
export function dropGhost({ tr }: EditorState): Transaction {
  return tr.setMeta(ghostKey, { ghost: null } satisfies Change);
}

/** Makes a ghost part of the text, as a step of its own for undo. */
export function takeGhost({ tr, schema }: EditorState, { pos, content }: Ghost): Transaction {
  const nodes = Fragment.fromArray(content.map((node) => schema.nodeFromJSON(node)));
  tr.insert(pos, nodes).setSelection(TextSelection.create(tr.doc, pos + nodes.size));
  tr.setMeta(ghostKey, { ghost: null, taken: true } satisfies Change);
  return closeHistory(tr).scrollIntoView();
}

/** True of the transaction that took a ghost. */
export function hasTakenGhost(tr: Transaction): boolean {
  const change: Change | undefined = tr.getMeta(ghostKey);
  return change?.taken === true;
}

/** A suggestion as it fits in at a place: its words and marks, with the spaces that are wanted. */
export function fitIn(doc: Node, pos: number, markdown: string): JSONContent[] {
  const $pos = doc.resolve(pos);
  const before = $pos.parent.textBetween(0, $pos.parentOffset, LEAF, LEAF);
  const after = $pos.parent.textBetween($pos.parentOffset, $pos.parent.content.size, LEAF, LEAF);
  const space = { type: "text", text: " " };
  return [
    ...(/\S$/.test(before) && !WANTS_NO_SPACE.test(markdown) ? [space] : []),
    ...parseInline(markdown),
    ...(after !== "" && !WANTS_NO_SPACE.test(after) ? [space] : []),
  ];
}

/** Behind a word nothing begins a list or a heading; the word is taken off again. */
function parseInline(markdown: string): JSONContent[] {
  const [first, ...rest] = parseBlocks(`a ${markdown}`)[0]?.content ?? [];
  const text = first?.text?.slice(2) ?? "";
  return [...(text ? [{ ...first, type: "text", text }] : []), ...rest];
}

/** The words of a ghost without its marks, as they are read out. */
export function readGhost({ content }: Ghost): string {
  const words = content.map(({ text }) => text ?? "").join("");
  return words
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:!?])/g, "")
    .trim();
}
