import type { Passage } from "../run";

const AIM = 700;
const MOST = 1_100;
const SHORTEST = 40;
const MOST_PASSAGES = 14;
/** As much as fits, and no half of a surrogate pair. */
const PIECE = new RegExp(`[\\s\\S]{1,${MOST}}(?![\\uDC00-\\uDFFF])`, "g");
/** Zero-width, bidirectional and tag characters: invisible to a reader, not to a model. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/**
 * Splits the text of a source into passages `S1.p1`, `S1.p2`, … of about 700 characters, at
 * paragraphs, and at sentences where a paragraph is longer. Invisible characters are removed.
 */
export function splitPassages(sourceId: string, text: string): Passage[] {
  const clean = text.replace(INVISIBLE, "").replace(/\r\n?/g, "\n");
  const pieces = clean.split(/\n\s*\n/).flatMap(splitLong);
  const stretches = joinShort(pieces).filter((stretch) => stretch.length >= SHORTEST);
  return stretches
    .slice(0, MOST_PASSAGES)
    .map((stretch, index) => ({ id: `${sourceId}.p${index + 1}`, sourceId, text: stretch }));
}

function splitLong(paragraph: string): string[] {
  const tidy = paragraph.replace(/[ \t]+/g, " ").trim();
  if (tidy.length <= MOST) return tidy ? [tidy] : [];
  const sentences = tidy.split(/(?<=[.!?])\s+|(?<=[。！？])/);
  return sentences.flatMap((sentence) => sentence.match(PIECE) ?? []);
}

function joinShort(pieces: string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last === undefined || last.length + piece.length > AIM) joined.push(piece.trim());
    else joined[joined.length - 1] = `${last}\n${piece.trim()}`;
  }
  return joined;
}
