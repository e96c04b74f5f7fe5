import { Node } from "@tiptap/core";

/** Code is a `pre` as well, and asked first at the usual 50. */
const BEFORE_CODE = 60;

/** Markdown that this editor has no form for, such as a table: shown and changed as its source. */
export const SourceNode = Node.create({
  name: "source",
  group: "block",
  content: "text*",
  marks: "",
  code: true,
  defining: true,
  parseHTML() {
    return [{ tag: "pre[data-markdown]", priority: BEFORE_CODE, preserveWhitespace: "full" }];
  },
  renderHTML() {
    return ["pre", { "data-markdown": "" }, 0];
  },
});
