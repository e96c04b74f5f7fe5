import type { Link, PhrasingContent } from "mdast";
import { restoreMarks } from "./marks/protect-marks";
import { type Nested, nestMarks } from "./nest-tokens";

/** The words of a block as nodes of mdast: neighbouring texts are one. */
export function toPhrasing(blocks: readonly Nested[]): PhrasingContent[] {
  return blocks.flatMap(({ token }) => toNodes(nestMarks(token.children ?? [])));
}

function toNodes(nested: readonly Nested[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const one of nested) {
    const node = toNode(one);
    const last = nodes.at(-1);
    if (node?.type === "text" && last?.type === "text") last.value += node.value;
    else if (node && !(node.type === "text" && node.value === "")) nodes.push(node);
  }
  return nodes;
}

function toNode({ token, children }: Nested): PhrasingContent | undefined {
  switch (token.type) {
    case "text":
    case "text_special":
      return { type: "text", value: restoreMarks(token.content) };
    case "softbreak":
      return { type: "text", value: "\n" };
    case "hardbreak":
      return { type: "break" };
    case "code_inline":
      return { type: "inlineCode", value: restoreMarks(token.content) };
    case "strong_open":
      return { type: "strong", children: toNodes(children) };
    case "em_open":
      return { type: "emphasis", children: toNodes(children) };
    case "s_open":
      return { type: "delete", children: toNodes(children) };
    case "link_open":
      return toLink({ token, children });
    case "image":
      return {
        type: "image",
        url: attribute(token, "src"),
        alt: restoreMarks(token.content),
        title: attribute(token, "title") || null,
      };
    default:
      return undefined;
  }
}

function toLink({ token, children }: Nested): Link {
  const title = attribute(token, "title") || null;
  return { type: "link", url: attribute(token, "href"), title, children: toNodes(children) };
}

function attribute({ attrs }: Nested["token"], wanted: string): string {
  return restoreMarks(String(attrs?.find(([name]) => name === wanted)?.[1] ?? ""));
}
