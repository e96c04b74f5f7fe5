import { expect, test } from "vitest";
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

const level = ([claim, passage]: Pair) =>
  checkClaims(`${claim} [^S1.p1]`, [{ id: "S1.p1", sourceId: "S1", text: passage }]).find(
    ({ passageIds }) => passageIds.length > 0,
  );

test.each(Object.entries(BORNE))("what a passage bears is never refuted: %s", (_, pairs) => {
  for (const pair of pairs) expect([pair, level(pair)?.level]).not.toEqual([pair, "unsupported"]);
});

test.each(Object.entries(REFUTED))("what a passage refutes is refuted: %s", (_, pairs) => {
  for (const pair of pairs) {
    const found = level(pair);
    expect([pair, found?.level]).toEqual([pair, "unsupported"]);
    expect(found?.reason, pair[0]).toBeTruthy();
  }
});
