import type { FootnoteReference, Nodes, Root } from "mdast";

/** What of a node is read: not where it stands, nor how far apart its items are. */
const UNREAD: ReadonlySet<string> = new Set(["position", "data", "spread"]);

/** True when two texts read alike: blocks, words, marks, links and code. */
export function isSameText(one: Root, other: Root): boolean {
  return describe(one) === describe(other);
}

function describe(node: Nodes): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (UNREAD.has(key) || value === null) return undefined;
    if (key === "children" && Array.isArray(value)) return joinTexts(value);
    return value;
  });
}

/** Neighbouring texts as one, on one line, without blanks at both ends of a block. */
function joinTexts(children: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = [];
  for (const child of children) {
    const node = child.type === "footnoteReference" ? toMark(child) : child;
    const last = joined.at(-1);
    if (node.type !== "text") joined.push(node);
    else if (last?.type === "text") joined[joined.length - 1] = toLine(last.value + node.value);
    else joined.push(toLine(node.value));
  }
  return joined;
}

/** The reader knows no footnotes: their marks are words to it. */
function toMark({ identifier }: FootnoteReference): Nodes {
  return { type: "text", value: `[^${identifier}]` };
}

function toLine(value: string): Nodes {
  return { type: "text", value: value.replace(/\n/g, " ") };
}
