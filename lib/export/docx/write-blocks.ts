import { HeadingLevel, Paragraph, TextRun } from "docx";
import type { Code, RootContent } from "mdast";
import { wordsOf } from "../../markdown/words-of";
import { directionOf } from "../../text/text-direction";
import { CODE_BLOCK, CODE_FONT } from "./describe-styles";
import { type Block, describeDirection, type Setting } from "./setting";
import { writeList } from "./write-list";
import { writeRuns } from "./write-runs";
import { writeTable } from "./write-table";

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** Blocks of Markdown as Word's paragraphs and tables. */
export function writeBlocks(nodes: readonly RootContent[], setting: Setting): Block[] {
  const { referred, look } = setting;
  return nodes.flatMap((node): Block[] => {
    const direction = directionOf(wordsOf(node)) ?? setting.direction;
    const run = describeDirection(direction);
    switch (node.type) {
      case "heading": {
        const heading = HEADINGS[node.depth - 1] ?? HeadingLevel.HEADING_6;
        const children = writeRuns(node.children, referred);
        return [new Paragraph({ heading, ...run, children })];
      }
      case "paragraph":
        return [new Paragraph({ ...look, ...run, children: writeRuns(node.children, referred) })];
      case "code":
        return [writeCode(node, setting)];
      case "blockquote":
        return writeBlocks(node.children, {
          ...setting,
          direction,
          look: { ...look, style: "Quote" },
        });
      case "list":
        return writeList(node, { ...setting, direction }, writeBlocks);
      case "table":
        return [writeTable(node, referred, direction)];
      case "thematicBreak":
        return [new Paragraph({ thematicBreak: true })];
      default:
        return [];
    }
  });
}

/** Code in one paragraph, a break between its lines. */
function writeCode({ value }: Code, { look }: Setting): Paragraph {
  const children = value.split("\n").map((text, index) => {
    const line = { text: text.replaceAll("\t", "    "), font: CODE_FONT };
    return new TextRun(index === 0 ? line : { ...line, break: 1 });
  });
  return new Paragraph({ ...look, style: CODE_BLOCK, children });
}
