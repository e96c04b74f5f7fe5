import fc from "fast-check";
import { expect, test } from "vitest";
import { scaled } from "@/tests/world/scale";
import type { Passage } from "../run";
import type { Claim } from "../schema";
import { checkClaims, placeClaims } from "./check-claims";

const passage = (text: string, id = "S1.p1"): Passage => ({ id, sourceId: "S1", text });
/** What code says of one sentence that cites one passage. */
function check(claim: string, text: string): Claim {
  const [first, ...others] = checkClaims(`${claim} [^S1.p1]`, [passage(text)]);
  expect(others).toEqual([]);
  return first ?? expect.unreachable(claim);
}

test("a fact in another usual spelling is the same fact", () => {
  const table: [string, string][] = [
    ["It grew to 1.2 thousand users.", "It grew to 1,200 users."],
    ["It grew to 1200 users.", "It grew to 1.2k users."],
    ["It has 1 234 567 rows.", "It has 1,234,567 rows."],
    ["Die Tabelle hat 1.234.567 Zeilen.", "The table has 1,234,567 rows."],
    ["Es sind 12 Prozent am 3. März 2024.", "12% on March 3, 2024."],
    ["Twelve percent agreed.", "12 % agreed."],
    ["12 per cent agreed.", "About 12% agreed."],
    ["Between 10 and 20 percent agreed.", "10–20% agreed."],
    ["10-20% agreed.", "Between 10 and 20 percent agreed."],
    ["It raised $3 million.", "It raised $3M."],
    ["It raised between $3 million and $5 million.", "It raised $3–5 million."],
    ["It raised 3,000,000 dollars.", "It raised $3 million."],
    ["It costs €12.", "It costs 12 euros."],
    ["It is 5x faster.", "It is five times faster."],
    ["It doubled, so it is 2x.", "It doubled."],
    ["A fivefold rise.", "A rise of 5x."],
    ["It waits five minutes.", "const wait = 300 // seconds"],
    ["It waits for 300 seconds.", "It waits 5 minutes."],
    ["A 24-hour window.", "A window of 1 day."],
    ["On 3 March 2024 it shipped.", "It shipped on 2024-03-03."],
    ["On March 3rd, 2024, it shipped.", "It shipped on 03/03/2024."],
    ["It shipped in March 2024.", "It shipped on March 3, 2024."],
    ["It shipped in 2024.", "It shipped on 3 Mar 2024."],
    ["It shipped on 3 March 2024.", "In 2024, on March 3, it shipped."],
    ["2024年3月3日に発表された。", "発表は2024-03-03。"],
    ["利用者は3万人です。", "It has 30,000 users."],
    ["The 3rd release.", "The third release."],
    ["In the 1990s it began.", "It began in the 1990s."],
    ["Next.js 15 does it.", "Since Next.js 15.0.3 it does."],
    ["Since v1.2.3 it does.", "Since version 1.2.3 it does."],
    ["GPT-4 writes it.", "GPT 4 writes it."],
    ["A million users.", "1,000,000 users."],
    ["Three hundred and ten users.", "310 users."],
    ["One of them is open 24/7.", "It is always open."],
    ["See step 3 and `limit = 7`.", "Nothing of the kind."],
    ["One-third of it.", "A third of it."],
    ["He said “we never give up.”", '"We never  give up", he said.'],
    ["He said “we … give up on users”.", "He said: 'We never ever give up on users.'"],
    ["He wrote «we never [ever] give up».", "We never give up."],
    ["They call it “the **cache** of it all”.", "They call it 'the `cache` of it all'."],
    ["彼は「私たちは決してあきらめない」と言った。", "「私たちは決してあきらめない」"],
    ["The users' data and the teams' budgets differ.", "Data and budgets differ."],
    ["It's “so” and 'no'.", "Nothing."],
  ];
  for (const [claim, text] of table) {
    const { level, reason } = check(claim, text);
    expect(`${claim} → ${level} ${reason}`).toBe(`${claim} → unsure null`);
  }
});

test("another number, date or quotation is refuted, and the reason names it", () => {
  const table: [string, string, string][] = [
    ["It grew to 1,300 users.", "It grew to 1,200 users.", "“1,300”"],
    ["13% agreed.", "12% agreed.", "“13%”"],
    ["12% agreed.", "12 people agreed.", "“12%”"],
    ["It raised $3 billion.", "It raised $3 million.", "“$3 billion”"],
    ["It costs €12.", "It costs $12.", "“€12”"],
    ["It waits 5 hours.", "It waits 5 minutes.", "“5 hours”"],
    ["It takes 5 MB.", "It takes 5 GB.", "“5 MB”"],
    ["There are seven regions.", "There are two regions.", "“seven”"],
    ["It has 3 regions.", "It has 2 regions and 3 zones.", "“3”"],
    ["Fifty-two users.", "25 users.", "“Fifty-two”"],
    ["On 4 March 2024 it shipped.", "It shipped on 3 March 2024.", "“4 March 2024”"],
    ["It shipped in April 2024.", "It shipped on 3 March 2024.", "“April 2024”"],
    ["It shipped in April.", "It shipped in March.", "“in April”"],
    ["It shipped in 2023.", "It shipped on 3 March 2024.", "“2023”"],
    ["Since version 1.2.4 it does.", "Since 1.2.3 it does.", "“1.2.4”"],
    ["Since v1.20 it does.", "Since v1.2 it does.", "“1.20”"],
    ["GPT-5 writes it.", "GPT-4 writes it.", "“GPT-5”"],
    ["He said “we always give up”.", "He said “we never give up”.", "“we always give up”"],
    ["He said “give up … we never”.", "He said “we never give up”.", "“give up … we never”"],
  ];
  for (const [claim, text, named] of table) {
    const { level, reason } = check(claim, text);
    expect(level, claim).toBe("unsupported");
    expect(reason, claim).toContain(named);
  }
});

test("what a reader could have counted or rounded is left to the judge, with its reason", () => {
  const table: [string, string][] = [
    ["It offers three ways.", "It offers this way, that way, and another one."],
    ["About 1.2 million users.", "1,187,000 users."],
    ["More than 90% agreed.", "93% agreed."],
  ];
  for (const [claim, text] of table) {
    const { level, reason } = check(claim, text);
    expect(level, claim).toBe("unsure");
    expect(reason, claim).toMatch(/in so many words/);
  }
});

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
