import type { Element, Nodes } from "hast";
import { toString as textOf } from "hast-util-to-string";

/** A heading of the contents, and where it stands. */
export type Entry = { id: string; heading: string };

/** Gives every section's heading an id where it has none; says which there are. */
export function nameSections(trees: readonly Nodes[]): Entry[] {
  return trees.flatMap(listHeadings).map((heading, index) => {
    const id = String(heading.properties.id ?? `section-${index + 1}`);
    heading.properties.id = id;
    return { id, heading: textOf(heading) };
  });
}

function listHeadings(node: Nodes): Element[] {
  if (node.type === "element" && node.tagName === "h2") return [node];
  return "children" in node ? node.children.flatMap(listHeadings) : [];
}
