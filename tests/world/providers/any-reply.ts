import fc from "fast-check";

/** An answer on the wire: its pieces arrive one by one, and then it ends or breaks. */
export type Reply = {
  status: number;
  type: string;
  pieces: Buffer[];
  breaks: boolean;
};

const anyEnd = fc.record({
  /** Where the text is cut, as parts of its length: within frames and characters too. */
  cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
  breaks: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

/** The text as a reply that arrives in any pieces. */
export function anyReply(
  text: fc.Arbitrary<string>,
  status: fc.Arbitrary<number>,
  type: string,
): fc.Arbitrary<Reply> {
  return fc.record({ text, status, end: anyEnd }).map(({ text, status, end }) => {
    const bytes = Buffer.from(text);
    const places = end.cuts.map((part) => Math.floor(part * bytes.length)).sort((a, b) => a - b);
    const pieces = [0, ...places].map((from, index) => bytes.subarray(from, places[index]));
    return { status, type, pieces, breaks: end.breaks };
  });
}

/** Mostly fine; else what a provider or a gateway refuses with, and says nothing of a key. */
export const anyStatus = fc.oneof(
  { weight: 20, arbitrary: fc.constant(200) },
  { weight: 1, arbitrary: fc.constantFrom(400, 401, 403, 404, 408, 422, 429, 500, 502, 503, 504) },
);
