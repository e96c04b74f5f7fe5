import { monthNumber } from "./month-names";

const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6];
const FRACTIONS: Readonly<Record<string, string>> = { "½": ".5", "¼": ".25", "¾": ".75" };
/** "SoccerMay 1": a page's headings often touch. */
const GLUED = /(?<=\p{Ll})\p{Lu}\p{Ll}{2,}(?= \d)/gu;

/**
 * A text in the spelling that facts are read in: ASCII digits, plain hyphens and spaces, no emphasis,
 * no backslashes. Letters keep their case.
 */
export function plainDigits(text: string): string {
  return text
    .replace(/[⁰¹²³⁴-⁹₀-₉]/g, " ")
    .replace(/(\d?)([½¼¾])/g, (_, digit: string, sign: string) => {
      return `${digit || "0"}${FRACTIONS[sign] ?? ""}`;
    })
    .replace(/[＂“”]/g, '"')
    .normalize("NFKC")
    .replace(/[٠-٩۰-۹०-९০-৯]/g, (digit) => String(digitValue(digit)))
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[’‘ʼ]/g, "'")
    .replace(/&(?:lt|gt|quot|amp);/g, " ")
    .replace(/\*+|__+|~~|\\/g, "")
    .replace(/\s/g, " ")
    .replace(GLUED, (word) => (monthNumber(word) ? ` ${word}` : word));
}

function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10) ?? code;
  return code - zero;
}
