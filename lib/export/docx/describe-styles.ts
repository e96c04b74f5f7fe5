import type { IStylesOptions } from "docx";
import type { Direction } from "../../text/text-direction";

export const CODE_FONT = "Courier New";
/** The names by which Word, LibreOffice and pandoc know code. */
export const CODE_BLOCK = "SourceCode";
export const CODE_WORDS = "VerbatimChar";

/** Fonts that Word brings along for scripts that Calibri has not. */
const EAST_ASIAN: Readonly<Record<string, string>> = {
  ja: "Yu Mincho",
  ko: "Malgun Gothic",
  zh: "SimSun",
  "zh-Hant": "PMingLiU",
};
/** Space behind a paragraph, in twentieths of a point. */
const AFTER = 160;
const HEADING = { size: 26, bold: true };

/** How the document looks: space between paragraphs, headings that stay with their text, its language and fonts. */
export function describeStyles(language: string | null, direction: Direction): IStylesOptions {
  const value = language ?? "en";
  const font = { ascii: "Calibri", hAnsi: "Calibri", cs: "Arial", eastAsia: EAST_ASIAN[value] };
  const heading = (size: number) => ({
    run: { ...HEADING, size },
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: { before: 2 * AFTER, after: AFTER / 2 },
    },
  });
  return {
    default: {
      document: {
        run: {
          font,
          size: 22,
          language: {
            value,
            eastAsia: value,
            bidirectional: direction === "rtl" ? value : "ar-SA",
          },
        },
        paragraph: { spacing: { after: AFTER, line: 276 } },
      },
      heading1: heading(36),
      heading2: heading(28),
      heading3: heading(24),
      heading4: heading(22),
      heading5: heading(22),
      heading6: heading(22),
      listParagraph: { paragraph: { spacing: { after: AFTER / 2 } } },
    },
    paragraphStyles: [
      {
        id: "Quote",
        name: "Quote",
        basedOn: "Normal",
        run: { italics: true },
        paragraph: { indent: { left: 720, right: 720 } },
      },
      {
        id: CODE_BLOCK,
        name: "Source Code",
        basedOn: "Normal",
        run: { font: CODE_FONT, size: 20, noProof: true },
        paragraph: { spacing: { after: AFTER, line: 240 }, keepLines: true },
      },
    ],
    /** Based on no other: a style that the file does not hold makes Word, LibreOffice and pandoc overlook it. */
    characterStyles: [
      {
        id: CODE_WORDS,
        name: "Verbatim Char",
        run: { font: CODE_FONT, noProof: true },
      },
    ],
  };
}
