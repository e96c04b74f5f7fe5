/** A stretch of a text, `text.slice(start, end)`. */
export type Segment = { start: number; end: number; isWord: boolean };
type Granularity = "word" | "sentence";

/** How much is segmented at once, in UTF-16 units: each segment that the engine gives holds a copy of it all. */
const WINDOWS = { word: 400, sentence: 2_000 } as const satisfies Record<Granularity, number>;
const SEGMENTERS = {
  word: new Intl.Segmenter("en", { granularity: "word" }),
  sentence: new Intl.Segmenter("en", { granularity: "sentence" }),
} as const satisfies Record<Granularity, Intl.Segmenter>;

/**
 * The words or sentences of a text as Unicode parts them, in any script, all that stands between them
 * included. Linear in the text. A sentence of more than 2,000 characters is given in pieces.
 */
export function segmentText(text: string, granularity: Granularity): Segment[] {
  const segments: Segment[] = [];
  for (let at = 0; at < text.length; at = segments.at(-1)?.end ?? text.length) {
    const window = text.slice(at, at + WINDOWS[granularity]);
    const found = [...SEGMENTERS[granularity].segment(window)];
    const isLast = at + window.length >= text.length;
    const whole = isLast || found.length === 1 ? found : found.slice(0, -1);
    for (const { segment, index, isWordLike = false } of whole) {
      const start = at + index;
      segments.push({ start, end: start + segment.length, isWord: isWordLike });
    }
  }
  return segments;
}
