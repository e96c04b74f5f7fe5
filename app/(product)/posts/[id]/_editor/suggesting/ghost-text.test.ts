import { history, undo } from "@tiptap/pm/history";
import { EditorState, Selection, TextSelection } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { asksByItself, findPlace, limitAround, readAround } from "../text/find-place";
import { parseSection } from "../text/parse-section";
import { sectionSchema } from "../text/section-format";
import { toMarkdown } from "../text/section-markdown";
import {
  dropGhost,
  fitIn,
  ghostKey,
  openGhostPlugin,
  readGhost,
  showGhost,
  takeGhost,
} from "./ghost-text";

const keys = { onAsk: () => {}, onTake: () => {} };
const plugins = [openGhostPlugin(keys), history()];

/** An editor on a text, with its cursor at the end, or where `at` is found. */
function open(markdown: string, at?: string): EditorState {
  const { blocks } = parseSection(markdown);
  const content = blocks.length > 0 ? blocks : [{ type: "paragraph" }];
  const doc = sectionSchema.nodeFromJSON({ type: "doc", content });
  const state = EditorState.create({ doc, plugins });
  let selection: Selection = Selection.atEnd(doc);
  doc.descendants((node, pos) => {
    const index = at && node.text ? node.text.indexOf(at) : -1;
    if (index >= 0) selection = TextSelection.create(doc, pos + index);
  });
  return state.apply(state.tr.setSelection(selection));
}
function suggest(state: EditorState, markdown: string): EditorState {
  const { pos } = state.selection.$head;
  const ghost = { pos, content: fitIn(state.doc, pos, markdown), citations: [] };
  return state.apply(showGhost(state, ghost));
}
const ghostOf = (state: EditorState) => ghostKey.getState(state) ?? null;

test.each([
  ["behind a paragraph that has begun", "Some words here", undefined, true],
  ["behind a list item that has begun", "- Some words here", undefined, true],
  ["behind a paragraph above another", "Some words here\n\nMore", undefined, false],
  ["in the middle of a paragraph", "Some words are here", "are", false],
  ["behind two words", "Some words", undefined, false],
  ["in an empty paragraph", "", undefined, false],
  ["in a heading", "### Some words here", undefined, false],
  ["in code", "```\nsome words here\n```", undefined, false],
])("a pause %s", (_, markdown, at, asks) => {
  expect(asksByItself(findPlace(open(markdown, at)))).toBe(asks);
});

test("a selection is no place for a suggestion", () => {
  const state = open("Some words here");
  const all = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 1, 5)));
  expect(findPlace(all)).toBeNull();
});

test("what stands on both sides of the cursor is read as Markdown, and no more is sent than fits", () => {
  const state = open("A **bold** [^S1.p2] start\n\nHere it ends", "it");
  const around = readAround(state.doc, state.selection.head);
  expect(around).toEqual({ before: "A **bold**[^S1.p2] start\n\nHere", after: "it ends" });
  expect(limitAround(around)).toEqual(around);
  const words = "word ".repeat(2_000).trim();
  const limited = limitAround({ before: words, after: words });
  expect([limited.before.length <= 4_000, limited.after.length <= 1_000]).toEqual([true, true]);
  expect(`${limited.before} ${limited.after}`).toMatch(/^(word ?)+$/);
});

test.each([
  [
    "a space behind a word",
    "The cache",
    undefined,
    "keeps it [^S1.p1].",
    "The cache keeps it[^S1.p1].",
  ],
  [
    "a space behind a mark",
    "It is[^S1.p2].",
    undefined,
    "Yes [^S1.p1].",
    "It is[^S1.p2]. Yes[^S1.p1].",
  ],
  ["none before a comma", "The cache", undefined, ", too [^S1.p1].", "The cache, too[^S1.p1]."],
  ["none before a mark", "The cache", undefined, "[^S1.p1] keeps.", "The cache[^S1.p1] keeps."],
  ["none in an empty paragraph", "", undefined, "Yes [^S1.p1].", "Yes[^S1.p1]."],
  [
    "spaces on both sides between words",
    "one three",
    "three",
    "two [^S1.p1]",
    "one two[^S1.p1] three",
  ],
  ["words that look like a list", "So", undefined, "- it [^S1.p1]", "So - it[^S1.p1]"],
])("a suggestion gets %s", (_, text, at, markdown, expected) => {
  const shown = suggest(open(text, at), markdown);
  const ghost = ghostOf(shown);
  if (!ghost) throw new Error("It is shown.");
  expect(toMarkdown(shown.doc)).toBe(text);
  const taken = shown.apply(takeGhost(shown, ghost));
  expect([toMarkdown(taken.doc), ghostOf(taken)]).toEqual([expected, null]);
});

test("a suggestion that is taken is one step of undo, apart from the words before it", () => {
  const start = open("The");
  const typed = start.apply(start.tr.insertText(" cache", start.selection.head));
  const shown = suggest(typed, "keeps **it** [^S1.p1].");
  const ghost = ghostOf(shown);
  if (!ghost) throw new Error("It is shown.");
  expect(readGhost(ghost)).toBe("keeps it.");
  let state = shown.apply(takeGhost(shown, ghost));
  expect(toMarkdown(state.doc)).toBe("The cache keeps **it**[^S1.p1].");
  undo(state, (tr) => {
    state = state.apply(tr);
  });
  expect(toMarkdown(state.doc)).toBe("The cache");
});

test("typing, moving the cursor and dropping it take a suggestion away; nothing else does", () => {
  const shown = suggest(open("The cache"), "keeps it [^S1.p1].");
  expect(ghostOf(shown.apply(shown.tr.setMeta("other", true)))).not.toBeNull();
  expect(ghostOf(shown.apply(shown.tr.insertText("s", shown.selection.head)))).toBeNull();
  const moved = shown.tr.setSelection(TextSelection.create(shown.doc, 2));
  expect(ghostOf(shown.apply(moved))).toBeNull();
  expect(ghostOf(shown.apply(dropGhost(shown)))).toBeNull();
});
