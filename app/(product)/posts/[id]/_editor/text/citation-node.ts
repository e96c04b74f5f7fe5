import { mergeAttributes, Node } from "@tiptap/core";

/** A footnote mark as one piece of the text. Copied and pasted, it still names its passage. */
export const CitationNode = Node.create({
  name: "citation",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes() {
    return {
      passageId: {
        default: "",
        parseHTML: (element) => element.getAttribute("data-passage") ?? "",
        renderHTML: ({ passageId }) => ({ "data-passage": String(passageId) }),
      },
    };
  },
  parseHTML() {
    return [{ tag: "sup[data-passage]" }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["sup", mergeAttributes(HTMLAttributes)];
  },
  renderText({ node }) {
    return `[^${node.attrs.passageId}]`;
  },
});
