import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { LIMITS } from "@/lib/limits/registry";

/** A slash that was typed: where it stands, what stands behind it, and the command that is marked. */
export type Slash = { from: number; to: number; query: string; marked: number };

export const slashKey = new PluginKey<Slash | null>("slash");
const LEAF = "\ufffc";
/** Words behind a slash: no path, no date, no mark. */
const TYPED = new RegExp(
  `(?:^|\\s)/((?:\\p{L}[^/${LEAF}]{0,${LIMITS.wishCharacters - 1}})?)$`,
  "u",
);

/** What the keys do while the commands are open. */
type Keys = {
  /** How many commands a query leaves. */
  count: (query: string) => number;
  onChoose: (slash: Slash) => void;
};

/**
 * Opens the commands where a slash is typed behind nothing or a blank in a paragraph. Where none is left
 * the keys are the text's again, until a letter is taken back. Arrows mark one, Enter and Tab choose it,
 * Escape closes and leaves the text.
 */
export function openSlashPlugin({ count, onChoose }: Keys): Plugin<Slash | null> {
  return new Plugin<Slash | null>({
    key: slashKey,
    state: {
      init: () => null,
      apply: (tr, slash, _, state) => {
        const change: { slash: Slash | null } | undefined = tr.getMeta(slashKey);
        if (change) return change.slash;
        const now = findSlash(state);
        if (!now) return null;
        if (slash?.from === now.from) return slash.query === now.query ? slash : now;
        return tr.docChanged && now.query === "" ? now : null;
      },
    },
    props: {
      handleKeyDown: (view, { key, isComposing }) => {
        const slash = slashKey.getState(view.state);
        if (!slash || isComposing) return false;
        const step = { ArrowDown: 1, ArrowUp: -1 }[key];
        if (key === "Escape") view.dispatch(closeSlash(view.state));
        else if (count(slash.query) === 0) return false;
        else if (step) view.dispatch(markNext(view.state, slash, step, count(slash.query)));
        else if (key === "Enter" || key === "Tab") onChoose(slash);
        else return false;
        return true;
      },
    },
  });
}

/** Closes the commands; the slash stays. */
export function closeSlash({ tr }: EditorState): Transaction {
  return tr.setMeta(slashKey, { slash: null });
}

/** Behind the last comes the first, and the other way round. */
function markNext({ tr }: EditorState, slash: Slash, step: number, count: number): Transaction {
  const marked = (slash.marked + step + count) % count;
  return tr.setMeta(slashKey, { slash: { ...slash, marked } });
}

function findSlash({ selection }: EditorState): Slash | null {
  const { empty, $head } = selection;
  if (!empty || $head.parent.type.name !== "paragraph") return null;
  const before = $head.parent.textBetween(0, $head.parentOffset, LEAF, LEAF);
  const query = TYPED.exec(before)?.[1];
  if (query === undefined) return null;
  return { from: $head.pos - query.length - 1, to: $head.pos, query, marked: 0 };
}
