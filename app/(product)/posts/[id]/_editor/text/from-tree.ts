import type { JSONContent } from "@tiptap/core";
import type { Link, List, PhrasingContent, RootContent } from "mdast";
import { isWebAddress } from "@/lib/markdown/list-links";

const MARK = /(\[\^S\d{1,9}\.p\d{1,9}\])/;
type Marks = NonNullable<JSONContent["marks"]>;

/** A block of a syntax tree as a block of the editor; undefined where the editor has none like it. */
export function fromBlock(node: RootContent): JSONContent | undefined {
  switch (node.type) {
    case "paragraph":
      return { type: "paragraph", content: fromPhrasing(node.children) };
    case "heading":
      return {
        type: "heading",
        attrs: { level: node.depth },
        content: fromPhrasing(node.children),
      };
    case "blockquote":
      return fromContainer("blockquote", node.children);
    case "list":
      return fromList(node);
    case "code":
      return {
        type: "codeBlock",
        attrs: { language: node.lang ?? null },
        content: node.value === "" ? [] : [{ type: "text", text: node.value }],
      };
    case "thematicBreak":
      return { type: "horizontalRule" };
    default:
      return undefined;
  }
}

function fromContainer(type: string, children: readonly RootContent[]): JSONContent | undefined {
  const content = children.map(fromBlock).filter((block) => block !== undefined);
  return content.length > 0 && content.length === children.length ? { type, content } : undefined;
}

/** Items begin with a paragraph in the editor, and none is a task. */
function fromList({ ordered, start, children }: List): JSONContent | undefined {
  const items = children.map((item) => {
    const fits = item.checked == null && item.children[0]?.type === "paragraph";
    return fits ? fromContainer("listItem", item.children) : undefined;
  });
  const content = items.filter((item) => item !== undefined);
  if (content.length < items.length) return undefined;
  return ordered
    ? { type: "orderedList", attrs: { start: start ?? 1 }, content }
    : { type: "bulletList", content };
}

const MARKS = { strong: "bold", emphasis: "italic", delete: "strike" } as const;

/** Words with their marks; marks of citations are pieces of their own. Code has no other mark in the editor. */
function fromPhrasing(nodes: readonly PhrasingContent[], marks: Marks = []): JSONContent[] {
  return nodes.flatMap((node) => {
    switch (node.type) {
      case "text":
        return fromText(node.value, marks);
      case "inlineCode":
        return [{ type: "text", text: node.value, marks: [{ type: "code" }] }];
      case "break":
        return [{ type: "hardBreak" }];
      case "strong":
      case "emphasis":
      case "delete":
        return fromPhrasing(node.children, [...marks, { type: MARKS[node.type] }]);
      case "link":
        return isWebAddress(node.url) ? fromPhrasing(node.children, [...marks, toLink(node)]) : [];
      default:
        return [];
    }
  });
}

function toLink({ url, title }: Link): Marks[number] {
  return { type: "link", attrs: { href: url, title: title ?? null } };
}

function fromText(value: string, marks: Marks): JSONContent[] {
  const look = marks.length > 0 ? { marks } : {};
  return value.split(MARK).flatMap((text, index): JSONContent[] => {
    if (text === "") return [];
    if (index % 2 === 0) return [{ type: "text", text: text.replace(/\n/g, " "), ...look }];
    return [{ type: "citation", attrs: { passageId: text.slice(2, -1) }, ...look }];
  });
}
