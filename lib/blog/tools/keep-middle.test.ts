import fc from "fast-check";
import { expect, test } from "vitest";
import { keepMiddle } from "./keep-middle";

const BOTH = { first: true, last: true };
const OLD = "It begins here. The cache holds 42 pages [^S1.p1].\n\nIt was measured. It ends here.";

test("new first and last sentences are taken, and a changed middle is not", () => {
  const reply =
    "After routing comes caching. The cache holds 43 pages.\n\nNobody measured it. Next come tags.";
  expect(keepMiddle(OLD, reply, BOTH)).toBe(
    "After routing comes caching. The cache holds 42 pages [^S1.p1].\n\nIt was measured. Next come tags.",
  );
});

test("a bridge of one more sentence is taken with the sentence it leads to, on one line", () => {
  const reply =
    "So much for routes.\nCaching begins here. The cache holds 42 pages [^S1.p1].\n\nIt was measured. It ends here. Tags come next.";
  expect(keepMiddle(OLD, reply, BOTH)).toBe(
    "So much for routes. Caching begins here. The cache holds 42 pages [^S1.p1].\n\nIt was measured. It ends here. Tags come next.",
  );
});

test("an end without a neighbour stays, and so does all when nothing came", () => {
  const reply = "New begin. The cache holds 42 pages [^S1.p1].\n\nIt was measured. New end.";
  expect(keepMiddle(OLD, reply, { first: false, last: true })).toBe(
    OLD.replace("It ends here.", "New end."),
  );
  expect(keepMiddle(OLD, reply, { first: true, last: false })).toBe(
    OLD.replace("It begins here.", "New begin."),
  );
  expect(keepMiddle(OLD, "", BOTH)).toBe(OLD);
  expect(keepMiddle(OLD, "```\ncode\n```", BOTH)).toBe(OLD);
  expect(keepMiddle("", "Words.", BOTH)).toBe("");
  expect(keepMiddle("One.", "Another one.", BOTH)).toBe("Another one.");
});

const sentence = fc
  .tuple(fc.constantFrom("Pages", "日本 caches", "`code`", "Größe"), fc.nat(99))
  .map(([what, count]) => `${what} hold ${count} more [^S1.p${count}].`);
const section = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
  .map((paragraphs) => paragraphs.map((sentences) => sentences.join(" ")).join("\n\n"));

test("whatever a model replies, everything between the first and the last sentence stays", () => {
  fc.assert(
    fc.property(sentence, section, sentence, fc.oneof(section, fc.string()), (...parts) => {
      const [head, middle, tail, reply] = parts;
      const before = [head, middle, tail].join("\n\n");
      expect(keepMiddle(before, reply, BOTH)).toContain(`\n\n${middle}\n\n`);
      expect(keepMiddle(before, before, BOTH)).toBe(before);
    }),
  );
});
