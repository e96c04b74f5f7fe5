import fc from "fast-check";
import { expect, test } from "vitest";
import { isFarOff, shareWords } from "./share-words";

test("sections without a length share what the others leave, and all together make the post", () => {
  expect(shareWords([{}, {}, {}], 1_200)).toEqual([400, 400, 400]);
  expect(shareWords([{ words: 600 }, {}, {}], 1_200)).toEqual([600, 300, 300]);
  expect(shareWords([{ words: 600 }, { words: 300 }], 1_200)).toEqual([600, 300]);
  expect(shareWords([{ words: 3_000 }, {}], 1_200)).toEqual([3_000, 60]);
  expect(shareWords([], 1_200)).toEqual([]);
});

test("where nothing was asked for, the sum is the post's to a word for each section", () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 800, max: 5_000 }));
  fc.assert(
    fc.property(sizes, ([count, wordCount]) => {
      const shares = shareWords(
        Array.from({ length: count }, () => ({})),
        wordCount,
      );
      const total = shares.reduce((sum, words) => sum + words, 0);
      expect(Math.abs(total - wordCount)).toBeLessThanOrEqual(count);
      expect(isFarOff(shares, wordCount)).toBe(false);
    }),
  );
});

test("a sum that is more than a sixth off is far off, on either side", () => {
  expect([1_390, 1_410, 1_010, 990].map((words) => isFarOff([words], 1_200))).toEqual([
    false,
    true,
    false,
    true,
  ]);
});
