import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { PhrasingContent } from "mdast";
import { directionOf } from "../../text/text-direction";
import { CODE_WORDS } from "./describe-styles";

/** How words are set: what stands around them. */
export type Style = { bold?: true; italics?: true; strike?: true; style?: string };
/** Which footnotes a document has referred to already. */
export type Referred = Set<number>;

/** Words of a paragraph as Word's runs; footnote marks are real footnotes. */
export function writeRuns(
  nodes: readonly PhrasingContent[],
  referred: Referred,
  style: Style = {},
): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    switch (node.type) {
      case "text":
        return [new TextRun({ ...style, ...describeRun(node.value), text: node.value })];
      case "inlineCode":
        return [new TextRun({ ...style, text: node.value, style: CODE_WORDS })];
      case "strong":
        return writeRuns(node.children, referred, { ...style, bold: true });
      case "emphasis":
        return writeRuns(node.children, referred, { ...style, italics: true });
      case "delete":
        return writeRuns(node.children, referred, { ...style, strike: true });
      case "link": {
        const look = { ...style, style: "Hyperlink" };
        const children = writeRuns(node.children, referred, look);
        return [new ExternalHyperlink({ link: node.url, children })];
      }
      case "break":
        return [new TextRun({ break: 1 })];
      case "footnoteReference":
        return [writeMark(Number(node.identifier), referred)];
      default:
        return [];
    }
  });
}

/** Letters from right to left have fonts of their own in Word. */
function describeRun(text: string): { rightToLeft?: true } {
  return directionOf(text) === "rtl" ? { rightToLeft: true } : {};
}

/** The first mark is the footnote; Word would number another one anew, so those that follow point to it. */
function writeMark(number: number, referred: Referred): ParagraphChild {
  const anchor = `source-${number}`;
  if (referred.has(number)) {
    const children = [new TextRun({ text: String(number), superScript: true })];
    return new InternalHyperlink({ anchor, children });
  }
  referred.add(number);
  return new Bookmark({ id: anchor, children: [new FootnoteReferenceRun(number)] });
}
