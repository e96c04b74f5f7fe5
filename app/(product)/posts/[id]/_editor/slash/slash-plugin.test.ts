import { EditorState, Selection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { expect, test } from "vitest";
import { parseSection } from "../text/parse-section";
import { sectionSchema } from "../text/section-format";
import { listCommands } from "./slash-commands";
import { closeSlash, openSlashPlugin, slashKey } from "./slash-plugin";

const plugin = openSlashPlugin({
  count: (query) => listCommands(query).length,
  onChoose: () => {},
});

/** An editor with its cursor at the end of a text. */
function open(markdown: string): EditorState {
  const { blocks } = parseSection(markdown);
  const content = blocks.length > 0 ? blocks : [{ type: "paragraph" }];
  const doc = sectionSchema.nodeFromJSON({ type: "doc", content });
  return EditorState.create({ doc, plugins: [plugin], selection: Selection.atEnd(doc) });
}
function type(state: EditorState, words: string): EditorState {
  return [...words].reduce((now, letter) => now.apply(now.tr.insertText(letter)), state);
}
const queryOf = (state: EditorState) => slashKey.getState(state)?.query ?? null;

test.each([
  ["in an empty paragraph", "", "/", ""],
  ["behind a blank", "Some words", " /", ""],
  ["in a list item", "- one", " /", ""],
  ["with the beginning of a command", "", "/quo", "quo"],
  ["with the beginning of a command's second word", "", "/list", "list"],
  ["behind a word: and/or", "and", "/", null],
  ["behind another slash", "", "//", null],
  ["with what is no command, which may be mended", "", "/etc", "etc"],
  ["with words that say what should be written", "", "/add a sentence…", "add a sentence…"],
  ["with a path", "", "/etc/hosts", null],
  ["and a blank", "", "/ ", null],
  ["in a heading", "### Some", " /", null],
  ["in code", "```\nls\n```", " /", null],
])("a slash %s", (_, markdown, typed, query) => {
  expect(queryOf(type(open(markdown), typed))).toBe(query);
});

test("the cursor behind an old slash, and one that was closed, open nothing", () => {
  const old = open("Use a /");
  expect(queryOf(old.apply(old.tr.setSelection(Selection.atStart(old.doc))))).toBeNull();
  const closed = type(open(""), "/");
  expect(queryOf(type(closed.apply(closeSlash(closed)), "q"))).toBeNull();
});

test("another letter marks the first command again, and a deleted one brings commands back", () => {
  const state = type(open(""), "/");
  const marked = state.apply(
    state.tr.setMeta(slashKey, { slash: { from: 1, to: 2, query: "", marked: 3 } }),
  );
  expect(slashKey.getState(type(marked, "l"))).toEqual({ from: 1, to: 3, query: "l", marked: 0 });
  const shorter = type(marked, "l");
  expect(queryOf(shorter.apply(shorter.tr.delete(2, 3)))).toBe("");
});

test("typing on filters; words that are no command are offered as what to write at the cursor", () => {
  const names = (query: string) => listCommands(query).map(({ name }) => name);
  expect(names("numbered l")).toEqual(["Numbered list"]);
  expect(names("list ")).toEqual(["List", "Numbered list"]);
  expect(names("etc")).toEqual([]);
  expect(names("add a sentence ")).toEqual(["Write at the cursor: add a sentence"]);
  const state = type(open("Some"), " /add a sentence");
  let closed = state;
  const dispatch = (tr: Transaction) => {
    closed = closed.apply(tr);
  };
  const view = { state, dispatch } as unknown as EditorView;
  const key = { key: "Escape" } as KeyboardEvent;
  expect(plugin.props.handleKeyDown?.call(plugin, view, key)).toBe(true);
  expect([queryOf(closed), closed.doc.textContent]).toEqual([null, "Some /add a sentence"]);
});

test("where no command is left the keys write, and a letter taken back brings commands again", () => {
  const state = type(open(""), "/quote");
  const view = { state, dispatch: () => expect.unreachable() } as unknown as EditorView;
  for (const key of ["Enter", "Tab", "ArrowDown"])
    expect(plugin.props.handleKeyDown?.call(plugin, view, { key } as KeyboardEvent)).toBe(false);
  const mended = state.apply(state.tr.delete(6, 7));
  expect(queryOf(mended)).toBe("quot");
  const there = { state: mended, dispatch: () => {} } as unknown as EditorView;
  const enter = { key: "Enter" } as KeyboardEvent;
  expect(plugin.props.handleKeyDown?.call(plugin, there, enter)).toBe(true);
});
