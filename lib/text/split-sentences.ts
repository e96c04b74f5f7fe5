import { joinSegments } from "./join-segments";
import { segmentText } from "./segment-text";

/** Sentences of plain text in any script, without the space around them. A line's end ends one. */
export function splitSentences(text: string): string[] {
  return listSentences(text)
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/**
 * Where the sentences of a text stand, the space behind each included: together they are the text.
 * An abbreviation, an initial, the day of a date and a stop within a quotation end none.
 */
export function listSentences(text: string): { start: number; end: number }[] {
  const segments = segmentText(text, "sentence").map(({ start, end }) => text.slice(start, end));
  let end = 0;
  return joinSegments(segments).map((sentence) => {
    const start = end;
    end += sentence.length;
    return { start, end };
  });
}
