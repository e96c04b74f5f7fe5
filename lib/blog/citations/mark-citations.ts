/** The part of a syntax tree (hast) that is needed here. */
type TreeNode = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: TreeNode[];
};

/** Marks that follow one another, with the white space between them. */
const MARKS = /((?:\[\^S\d+\.p\d+(?:!\d+)?\]\s{0,9})+)/;
const MARK = /\[\^(S\d+\.p\d+)(?:!(\d+))?\]/g;
/** The end of a word, kept with its marks on one line; longer words may break. */
const LAST_WORD = /[^\s]{1,40}$/;
const VERBATIM = new Set(["code", "pre"]);

/**
 * Makes of every `[^S1.p2]` in text `<sup passage="S1.p2">`, in place, but not inside code.
 * `[^S1.p2!3]` of `markClaims` names its claim too: `<sup passage="S1.p2" claim="3">`.
 */
export function markCitations(node: TreeNode): void {
  node.children = node.children?.flatMap((child) =>
    child.type === "text" ? splitText(child.value ?? "") : [child],
  );
  for (const child of node.children ?? [])
    if (!VERBATIM.has(child.tagName ?? "")) markCitations(child);
}

/** Text with its marks set as "claim.¹", whatever the model wrote: no line begins with a mark. */
function splitText(text: string): TreeNode[] {
  const pieces = text.split(MARKS);
  return pieces.flatMap((piece, index) => {
    if (index % 2 === 1) return [];
    const before = index === 0 ? piece : piece.replace(/^[.,;:!?]/, "");
    const marks = pieces[index + 1];
    if (marks === undefined) return toText(spaceBetween(pieces[index - 1], before) + before);
    const stop = /^[.,;:!?]/.exec(pieces[index + 2] ?? "")?.[0] ?? "";
    return setMarks(spaceBetween(pieces[index - 1], before) + before.trimEnd() + stop, marks);
  });
}

/** The white space that stood behind marks, unless the text goes on with its own. */
function spaceBetween(marks: string | undefined, text: string): string {
  return marks !== undefined && /\s$/.test(marks) && !/^\s/.test(text) && text !== "" ? " " : "";
}

/** The text before marks, its last word held together with them. */
function setMarks(text: string, marks: string): TreeNode[] {
  const word = LAST_WORD.exec(text.slice(-41))?.[0] ?? "";
  const sups = [...marks.matchAll(MARK)].map(([, passage, claim]) =>
    element("sup", { passage, claim }, []),
  );
  const held = element("span", { style: "white-space: nowrap" }, [...toText(word), ...sups]);
  return [...toText(text.slice(0, text.length - word.length)), held];
}

function element(tagName: string, properties: TreeNode["properties"], children: TreeNode[]) {
  return { type: "element", tagName, properties, children };
}

function toText(value: string): TreeNode[] {
  return value === "" ? [] : [{ type: "text", value }];
}
