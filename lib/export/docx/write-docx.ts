import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import type { Post } from "../../blog/schema";
import { addQuotationMarks } from "../../text/add-quotation-marks";
import { plainLine } from "../../text/plain-line";
import { directionOf } from "../../text/text-direction";
import { languageOf } from "../language-of";
import { listFootnotes } from "../list-footnotes";
import type { Footnote } from "../schema";
import { buildTree } from "../tree/build-tree";
import { describeStyles } from "./describe-styles";
import { describeDirection, type Numberings } from "./setting";
import { writeBlocks } from "./write-blocks";
import { writeRuns } from "./write-runs";

/** A post as a Word document: real headings, lists and tables, and each source a real footnote. */
export async function writeDocx({ document }: Post): Promise<Buffer<ArrayBuffer>> {
  const footnotes = listFootnotes(document);
  const title = plainLine(document.title);
  const numberings: Numberings = [];
  const { language, direction } = languageOf(document);
  const setting = { referred: new Set<number>(), numberings, level: 0, look: {}, direction };
  const body = writeBlocks(buildTree(document, footnotes).children, setting);
  const head = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    ...describeDirection(directionOf(title) ?? direction),
    children: writeRuns([{ type: "text", value: title }], setting.referred),
  });
  const file = new Document({
    title,
    creator: "ALwrity",
    lastModifiedBy: "ALwrity",
    keywords: (document.seo?.tags ?? []).map(plainLine).join(", "),
    description: plainLine(document.seo?.description ?? ""),
    styles: describeStyles(language, direction),
    numbering: { config: numberings },
    footnotes: Object.fromEntries(
      footnotes.map((note) => [note.number, writeNote(note, language)]),
    ),
    sections: [{ children: [head, ...body] }],
  });
  return Buffer.from(await Packer.toArrayBuffer(file));
}

function writeNote(
  { title, url, quotes }: Footnote,
  language: string | null,
): { children: Paragraph[] } {
  const name = new TextRun(url === null ? title : { text: title, style: "Hyperlink" });
  const source = url === null ? name : new ExternalHyperlink({ link: url, children: [name] });
  const quoted = quotes.map((quote) => new TextRun(` — ${addQuotationMarks(quote, language)}`));
  return { children: [new Paragraph({ children: [new TextRun(" "), source, ...quoted] })] };
}
