import type { BlockContent, DefinitionContent, List, PhrasingContent, RootContent } from "mdast";
import { readMarkdown } from "./read-markdown";

/** Marks that follow one another, the blanks around them and the stop behind them. */
const MARKS = /\s{0,9}((?:\[\^S\d{1,9}\.p\d{1,9}\]\s{0,9})+)([.,;:!?]?)/g;
const BULLET = "•";

/**
 * Markdown as its reader sees it, as plain text: no markup, items behind bullets and numbers, each block
 * behind an empty line. Marks of citations stay, set as a page sets them: "claim.[^S1.p2]".
 */
export function readAsShown(markdown: string): string {
  return showBlocks(readMarkdown(markdown).children).join("\n\n");
}

function showBlocks(blocks: readonly RootContent[]): string[] {
  return blocks.map(showBlock).filter((text) => text !== "");
}

function showBlock(node: RootContent | BlockContent | DefinitionContent): string {
  switch (node.type) {
    case "paragraph":
    case "heading":
      return setMarks(showWords(node.children)).trim();
    case "blockquote":
      return showBlocks(node.children).join("\n");
    case "list":
      return showItems(node);
    case "code":
      return node.value;
    case "table":
      return node.children
        .map(({ children }) => children.map((cell) => setMarks(showWords(cell.children)).trim()))
        .map((cells) => cells.join(" | "))
        .join("\n");
    default:
      return "";
  }
}

function showItems({ ordered, start, children }: List): string {
  const items = children.map((item, index) => {
    const sign = ordered ? `${(start ?? 1) + index}.` : BULLET;
    const task = item.checked == null ? "" : item.checked ? "☑ " : "☐ ";
    return `${sign} ${task}${showBlocks(item.children).join("\n").replaceAll("\n", "\n  ")}`;
  });
  return items.join("\n");
}

function showWords(nodes: readonly PhrasingContent[]): string {
  return nodes.map(showWord).join("");
}

function showWord(node: PhrasingContent): string {
  if (node.type === "text") return node.value.replace(/\n/g, " ");
  if (node.type === "inlineCode") return node.value;
  if (node.type === "break") return "\n";
  return "children" in node ? showWords(node.children) : "";
}

/** "claim [^S1.p2]." is "claim.[^S1.p2]". */
function setMarks(text: string): string {
  return text.replace(MARKS, (whole, marks: string, stop: string) => {
    const tight = marks.replace(/\s/g, "");
    return stop + tight + (stop === "" && /\s$/.test(whole) ? " " : "");
  });
}
