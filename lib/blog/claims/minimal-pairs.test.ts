import { expect, test } from "vitest";
import type { Claim } from "../schema";
import { checkClaims } from "./check-claims";

/** A claim and the passage it cites, of one kind of writing numbers, dates and names. */
type Pair = readonly [claim: string, passage: string];

/** The passage bears it, or a reader could infer it: never red. */
const BORNE: Record<string, readonly Pair[]> = {
  "words of scale": [
    ["The bridge cost 3.4 billion euros.", "The bridge cost 3,400,000,000 euros."],
    ["Some 12k runners started.", "12,000 runners started the race."],
  ],
  "number words on both sides": [
    ["Seventeen ships left the port.", "17 ships left the port."],
    ["It has 40 rooms.", "The house has forty rooms."],
  ],
  multiples: [["Sales tripled.", "Sales grew threefold within a year."]],
  fractions: [["Half of the seats are empty.", "50 % of the seats are empty."]],
  quarters: [["It launched in Q3 2021.", "It launched in the third quarter of 2021."]],
  "ranges of years": [["It ran 2004–05.", "The show ran from 2004 to 2005."]],
  "Roman numerals": [["King Henry 8 ruled then.", "King Henry VIII ruled then."]],
  "other languages' months": [
    ["It opened on 3 October 1990.", "Eröffnet wurde es am 3. Oktober 1990."],
    ["It opened in March 2001.", "Il a ouvert en mars 2001."],
  ],
  separators: [["It weighs 1,250.5 kilograms.", "Es wiegt 1.250,5 Kilogramm."]],
  "crore and lakh": [["The fund holds 20 million rupees.", "The fund holds 2 crore rupees."]],
  "basis points": [
    ["The rate rose by 0.25 percentage points.", "The rate rose by 25 basis points."],
  ],
  times: [["The train leaves at 3 pm.", "The train leaves at 15:00."]],
  "rounding at the precision stated": [
    ["About 4.7 million people live there.", "4,682,300 people live there."],
  ],
  quotations: [
    ["She called it “a small miracle”.", 'She called it "a small miracle" on the radio.'],
  ],
};

/** The passage says otherwise: red, or where code cannot be certain at least not borne out. */
const REFUTED: Record<string, readonly Pair[]> = {
  "another number": [
    ["The bridge is 340 metres long.", "The bridge is 430 metres long."],
    ["Nineteen ships left the port.", "17 ships left the port."],
  ],
  "another year": [["It was founded in 1911.", "It was founded in 1921."]],
  "another month": [["It opened in May 2010.", "It opened in March 2010."]],
  "another unit": [["The ticket costs 50 euros.", "The ticket costs 50 dollars."]],
  "the other direction": [["More than 300 people came.", "Fewer than 300 people came."]],
  "the other half of the day": [["The train leaves at 3 am.", "The train leaves at 3 pm."]],
  "an ordinal": [["It was their third title.", "It was their fifth title."]],
  multiples: [["Sales doubled.", "Sales tripled within a year."]],
  quotations: [["She called it “a large failure”.", 'She called it "a small miracle".']],
};

/** What code says of one sentence that cites one passage. */
function check(claim: string, text: string): Claim {
  const [first, ...others] = checkClaims(`${claim} [^S1.p1]`, [
    { id: "S1.p1", sourceId: "S1", text },
  ]);
  expect(others).toEqual([]);
  return first ?? expect.unreachable(claim);
}

test.each(Object.entries(BORNE))("what a passage bears is never refuted: %s", (_, pairs) => {
  for (const pair of pairs) expect([pair, check(...pair).level]).not.toEqual([pair, "unsupported"]);
});

test.each(Object.entries(REFUTED))("what a passage refutes is refuted: %s", (_, pairs) => {
  for (const pair of pairs) {
    const { level, reason } = check(...pair);
    expect([pair, level]).toEqual([pair, "unsupported"]);
    expect(reason, pair[0]).toBeTruthy();
  }
});

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
