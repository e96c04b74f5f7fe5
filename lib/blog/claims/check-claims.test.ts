import fc from "fast-check";
import { expect, test } from "vitest";
import { scaled } from "@/tests/world/scale";
import type { Passage } from "../run";
import { checkClaims, placeClaims } from "./check-claims";

const passage = (text: string, id = "S1.p1"): Passage => ({ id, sourceId: "S1", text });
test("an unknown passage refutes, and a fact that cites nothing is never silently passed", () => {
  const markdown =
    "Known [^S1.p1]. Unknown [^S9.p9]. Both [^S1.p1][^S9.p9]. In 2019 it began. There are two ways. Just words.";
  const claims = checkClaims(markdown, [passage("Known and both.")]);
  expect(claims.map(({ text, level, reason }) => [text, level, reason])).toEqual([
    ["Known.", "unsure", null],
    ["Unknown.", "unsupported", "It cites S9.p9, which was not retrieved."],
    ["Both.", "unsupported", "It cites S9.p9, which was not retrieved."],
    ["In 2019 it began.", "unsure", "It states “2019” and cites nothing."],
  ]);
  expect(claims[0]?.quote).toBe("Known and both.");
});

const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "[^S1.p1]",
    "[^S1.p2]",
    "[^S99.p1]",
    "[^S1",
    "`",
    "```",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "> ",
    "|",
    "# ",
  ),
  fc.constantFrom(
    "“",
    "”",
    '"',
    "'",
    "…",
    "12%",
    "$3M",
    "3 March 2024",
    "1.2.3",
    "1,2,3",
    "二〇二四年",
    "５％",
    "½",
    "1e999",
    "9".repeat(40),
  ),
  fc.constantFrom(
    ". ",
    "。",
    "e.g. ",
    "three ",
    "hundred ",
    " and ",
    "<script>",
    "&lt;",
    "\\",
    "\u200b",
  ),
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

test("whatever the text, the check ends, its places are in order and its quotations are in the passages", () => {
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 3 }), (markdown, texts) => {
      const passages = texts.map((one, index) => passage(one, `S1.p${index + 1}`));
      let from = 0;
      for (const claim of placeClaims(markdown, passages)) {
        expect(claim.start).toBeGreaterThanOrEqual(from);
        expect(claim.end).toBeGreaterThan(claim.start);
        from = claim.end;
        expect(claim.level).not.toBe("supported");
        if (claim.level === "unsupported" || claim.passageIds.length === 0)
          expect(claim.reason).not.toBeNull();
        const known = claim.passageIds.flatMap((id) => passages.filter((one) => one.id === id));
        if (known.length < claim.passageIds.length) expect(claim.level).toBe("unsupported");
        if (claim.quote !== null)
          expect(known.some((one) => one.text.includes(claim.quote ?? ""))).toBe(true);
      }
      expect(from).toBeLessThanOrEqual(markdown.length);
    }),
    { numRuns: scaled(20_000) },
  );
});

test("a sentence is what its passage says: its own words are never refuted", () => {
  const words = fc.array(
    piece.filter((one) => !/\[\^|[`#>|\n\\]|^- |^1\. /.test(one)),
    { minLength: 1, maxLength: 14 },
  );
  fc.assert(
    fc.property(words, (pieces) => {
      const own = pieces.join(" ").replace(/\s+/g, " ").trim();
      for (const { level, reason } of checkClaims(`${own} [^S1.p1]`, [passage(own)]))
        expect(level, reason ?? "").toBe("unsure");
    }),
    { numRuns: scaled(5_000) },
  );
});

/** The least processor time of three tries, in milliseconds: other processes do not count. */
function measure(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    work();
    return process.cpuUsage(start).user / 1_000;
  });
  return Math.min(...times);
}

test("ten times the text takes about ten times as long, however it was made to be slow", () => {
  const passages = [passage("It grew by 12% to 1,200 users on 3 March 2024. ".repeat(12))];
  const slow = [
    "It grew by 12% to 1,200 users on 3 March 2024 [^S1.p1]. ",
    "[^S1.p1]",
    "1.1.1.1.1 ",
    "a. b. e.g. ",
    "`` ` ``` ",
    "“open 'open \"open ",
    "1 000 ",
    "three hundred ",
    "x",
    "> - 1. | ",
    "I. ",
    "$",
  ];
  for (const unit of slow) {
    const build = (length: number) => unit.repeat(Math.ceil(length / unit.length));
    const [small, large] = [build(4_000), build(40_000)];
    checkClaims(small, passages);
    const ratio =
      measure(() => checkClaims(large, passages)) /
      Math.max(
        2,
        measure(() => checkClaims(small, passages)),
      );
    expect(ratio, unit).toBeLessThan(40);
  }
});
