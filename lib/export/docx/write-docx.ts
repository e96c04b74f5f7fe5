import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  type IStylesOptions,
  Packer,
  Paragraph,
  TextRun,
} from "docx";
import type { Post } from "../../blog/schema";
import { plainLine } from "../../text/plain-line";
import { listFootnotes } from "../list-footnotes";
import type { Footnote } from "../schema";
import { buildTree } from "../tree/build-tree";
import type { Numberings } from "./setting";
import { writeBlocks } from "./write-blocks";
import { CODE_FONT } from "./write-runs";

/** A post as a Word document: real headings, lists and tables, and each source a real footnote. */
export async function writeDocx({ document }: Post): Promise<Buffer<ArrayBuffer>> {
  const footnotes = listFootnotes(document);
  const title = plainLine(document.title);
  const numberings: Numberings = [];
  const setting = { referred: new Set<number>(), numberings, level: 0, look: {} };
  const body = writeBlocks(buildTree(document, footnotes).children, setting);
  const head = new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 });
  const file = new Document({
    title,
    creator: "ALwrity",
    description: plainLine(document.seo?.description ?? ""),
    styles: STYLES,
    numbering: { config: numberings },
    footnotes: Object.fromEntries(footnotes.map((note) => [note.number, writeNote(note)])),
    sections: [{ children: [head, ...body] }],
  });
  return Buffer.from(await Packer.toArrayBuffer(file));
}

function writeNote({ title, url, quotes }: Footnote): { children: Paragraph[] } {
  const name = new TextRun(url === null ? title : { text: title, style: "Hyperlink" });
  const source = url === null ? name : new ExternalHyperlink({ link: url, children: [name] });
  const quoted = quotes.map((quote) => new TextRun(` — “${quote}”`));
  return { children: [new Paragraph({ children: [new TextRun(" "), source, ...quoted] })] };
}

const STYLES: IStylesOptions = {
  paragraphStyles: [
    {
      id: "Quote",
      name: "Quote",
      basedOn: "Normal",
      run: { italics: true },
      paragraph: { indent: { left: 720 } },
    },
    {
      id: "Code",
      name: "Code",
      basedOn: "Normal",
      run: { font: CODE_FONT, size: 20 },
      paragraph: { spacing: { before: 120, after: 120 } },
    },
  ],
};
