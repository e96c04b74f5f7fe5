import type { ILevelsOptions, IParagraphOptions, Paragraph, Table } from "docx";
import type { Direction } from "../../text/text-direction";
import type { Referred } from "./write-runs";

/** The lists of a document: Word keeps how each is numbered apart from its items. */
export type Numberings = { reference: string; levels: ILevelsOptions[] }[];

/** What is known while a document is written: its footnotes so far, its lists, how deep a block is. */
export type Setting = {
  referred: Referred;
  numberings: Numberings;
  /** In lists, from 0 outside of any. */
  level: number;
  /** What paragraphs look like here: inside a quotation, or behind a bullet. */
  look: Pick<IParagraphOptions, "style" | "indent">;
  /** The way that what surrounds a block runs. */
  direction: Direction;
};

/** How a paragraph says which way it runs. */
export function describeDirection(direction: Direction): Pick<IParagraphOptions, "bidirectional"> {
  return direction === "rtl" ? { bidirectional: true } : {};
}

/** What Word's text is made of. */
export type Block = Paragraph | Table;
