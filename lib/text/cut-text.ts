const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });
/** No sign that is read as one is longer, in UTF-16 units, but for nonsense. */
const LONGEST_CHARACTER = 64;

/**
 * The beginning of a text, of at most `max` UTF-16 units. What a reader sees as one character is
 * never cut: an emoji of several, a flag, a letter with its marks.
 */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const from = Math.max(0, max - LONGEST_CHARACTER);
  const around = text.slice(from, max + LONGEST_CHARACTER);
  const cut = CHARACTERS.segment(around).containing(max - from);
  const end = cut && (cut.index > 0 || from === 0) ? from + cut.index : max;
  return text.slice(0, end).replace(/[\uD800-\uDBFF]$/, "");
}

/** The end of a text, of at most `max` UTF-16 units; it begins with a whole character. */
export function cutFromEnd(text: string, max: number): string {
  if (text.length <= max) return text;
  const start = text.length - max;
  const from = Math.max(0, start - LONGEST_CHARACTER);
  const around = text.slice(from, start + LONGEST_CHARACTER);
  const cut = CHARACTERS.segment(around).containing(start - from);
  const begins = !cut || from + cut.index === start ? start : from + cut.index + cut.segment.length;
  return text.slice(begins).replace(/^[\uDC00-\uDFFF]/, "");
}
