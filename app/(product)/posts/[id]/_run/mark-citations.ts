/** The part of a syntax tree (hast) that is needed here. */
type TreeNode = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: TreeNode[];
};

/** Marks with the space before them and the stop behind them: set as "claim.¹" whatever the model wrote. */
const MARKS_IN_TEXT = /\s*((?:\[\^S\d+\.p\d+\]\s*)+)([.,;:!?]?)/g;
/** A word and the marks that follow it: no line may begin with a mark. */
const MARKED_WORD = /([^\s[]*(?:\[\^S\d+\.p\d+\])+)/;
const MARK = /\[\^(S\d+\.p\d+)\]/;
const VERBATIM = new Set(["code", "pre"]);

/** A rehype plugin: every `[^S1.p2]` in text becomes `<sup passage="S1.p2">`, but not inside code. */
export function markCitations() {
  return (tree: TreeNode) => markChildren(tree);
}

function markChildren(node: TreeNode): void {
  node.children = node.children?.flatMap((child) =>
    child.type === "text" ? splitText(placeMarks(child.value ?? "")) : [child],
  );
  for (const child of node.children ?? [])
    if (!VERBATIM.has(child.tagName ?? "")) markChildren(child);
}

function placeMarks(text: string): string {
  return text.replace(MARKS_IN_TEXT, (_, marks: string, stop: string) => {
    const space = stop === "" && /\s$/.test(marks) ? " " : "";
    return stop + marks.replace(/\s+/g, "") + space;
  });
}

function splitText(text: string): TreeNode[] {
  const pieces = text.split(MARKED_WORD).filter((piece) => piece !== "");
  return pieces.map((piece) => (MARK.test(piece) ? toMarkedWord(piece) : toText(piece)));
}

/** `word[^S1.p1][^S2.p1]`: the odd pieces of the split are the passages. */
function toMarkedWord(piece: string): TreeNode {
  const children = piece.split(MARK).flatMap((part, index) => {
    if (index % 2 === 1) return [element("sup", { passage: part }, [])];
    return part === "" ? [] : [toText(part)];
  });
  return element("span", { style: "white-space: nowrap" }, children);
}

function element(tagName: string, properties: TreeNode["properties"], children: TreeNode[]) {
  return { type: "element", tagName, properties, children };
}

function toText(value: string): TreeNode {
  return { type: "text", value };
}
