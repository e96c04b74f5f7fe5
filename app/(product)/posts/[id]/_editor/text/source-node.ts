import { Node } from "@tiptap/core";

/** Markdown that this editor has no form for, such as a table: shown and changed as its source. */
export const SourceNode = Node.create({
  name: "source",
  group: "block",
  content: "text*",
  marks: "",
  code: true,
  defining: true,
  parseHTML() {
    return [{ tag: "pre[data-markdown]", preserveWhitespace: "full" }];
  },
  renderHTML() {
    return ["pre", { "data-markdown": "" }, 0];
  },
});
