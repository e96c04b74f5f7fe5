import { MARK } from "../../blog/citations/citation-marks";
import type { TreeNode } from "./tree-node";

/** Marks that follow one another, the white space around them and the stop behind them. */
const RUN = /(\s{0,9})((?:\[\^S\d+\.p\d+\]\s{0,9})+)([.,;:!?]*)/g;

/** The number of each cited passage; a passage without one is unknown and its marks disappear. */
export type Numbers = ReadonlyMap<string, number>;

/** Text with its marks as footnotes, set as "claim.¹", whatever the model wrote. */
export function splitMarks(text: string, numbers: Numbers): TreeNode[] {
  const nodes: TreeNode[] = [];
  let end = 0;
  for (const match of text.matchAll(RUN)) {
    const [whole, space = "", marks = "", stop = ""] = match;
    nodes.push(toText(text.slice(end, match.index) + stop));
    end = match.index + whole.length;
    const found = listMarks(marks, numbers);
    nodes.push(...found);
    const spaced = /\s$/.test(marks) || (found.length === 0 && space !== "");
    if (stop === "" && spaced && /^\S/.test(text.slice(end))) nodes.push(toText(" "));
  }
  return [...nodes, toText(text.slice(end))];
}

/** The footnotes that a text cites, each once. */
export function listMarks(text: string, numbers: Numbers): TreeNode[] {
  const ids = new Set([...text.matchAll(MARK)].map((match) => match[1] ?? ""));
  return [...ids].flatMap((id) => {
    const number = numbers.get(id);
    if (number === undefined) return [];
    return [{ type: "footnoteReference", identifier: String(number), label: String(number) }];
  });
}

function toText(value: string): TreeNode {
  return { type: "text", value };
}
