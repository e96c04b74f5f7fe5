import { expect, test } from "vitest";
import { countText } from "./count-text";
import { measureVoice } from "./measure-voice";
import { readGrade, readPerson, readSentenceLength } from "./read-wanted";
import { type Persona, persona } from "./schema";

const make = (part: Partial<Persona>): Persona => persona.parse({ voice: "A plumber", ...part });
const SHORT = `You open the valve. You wait for a minute. Then your radiator warms the room. You feel it
  with your hand. It is warm now. Your work is done for today.`;
const LONG = `Thermostatic considerations notwithstanding, our organisation recommends that we should
  periodically evaluate the hydraulic equilibrium of the installation, because without regular
  assessment the distribution of temperatures between individual apartments deteriorates considerably.`;
const row = (rows: ReturnType<typeof measureVoice>, name: string) =>
  rows.find((one) => one.name === name);

test("sentences, different words, grade and pronouns are counted as they stand", () => {
  const counts = countText(SHORT);
  expect(counts.words).toBe(31);
  expect(counts.meanSentence).toBeCloseTo(31 / 6);
  expect(counts.typeTokenRatio).toBeCloseTo(23 / 31);
  expect(counts.person).toEqual({ I: 0, we: 0, you: 6 });
  expect(counts.grade).toBeLessThan(3);
  expect(countText(LONG).grade).toBeGreaterThan(14);
  expect(countText("I’m here; we’re not, and it’s mine.").person).toEqual({ I: 2, we: 1, you: 0 });
});

test("no grade is given to a text that is not English, and nothing at all to a very short one", () => {
  const german = "Wer ein altes Haus heizt, braucht Geduld und einen guten Plan. ".repeat(3);
  expect(countText(german).grade).toBeNull();
  const rows = measureVoice(make({ sentenceLength: "Short" }), german);
  expect(rows.map(({ name }) => name)).toEqual(["Words a sentence", "Different words"]);
  expect(measureVoice(make({}), "Too short to say anything.")).toEqual([]);
  expect(measureVoice(make({}), "")).toEqual([]);
});

test.each([
  ["12 to 18 words", [12, 18]],
  ["Between 8 and 10", [8, 10]],
  ["At most 15 words", [1, 15]],
  ["Medium sentences of about 16 words, plain and direct.", [12, 20]],
  ["Short and punchy", [1, 14]],
  ["Short, never long", [1, 14]],
  ["Short and medium, mixed", [1, 20]],
  ["Long and winding", [20, 40]],
  ["Short ones and long ones, mixed", null],
  ["As it comes", null],
  ["", null],
])("the sentence length “%s” is read as %j", (sentenceLength, range) => {
  expect(readSentenceLength(make({ sentenceLength }))).toEqual(range);
});

test("person and grade are read only where the persona says them", () => {
  expect(readPerson(make({ voice: "Speaks to the reader as “you”, like a colleague." }))).toBe(
    "you",
  );
  expect(readPerson(make({ tone: "First person, personal" }))).toBeNull();
  expect(readPerson(make({ tone: "Always in the first person" }))).toBe("I");
  expect(readPerson(make({ dos: ["Say “we” for the team"] }))).toBe("we");
  expect(readPerson(make({ tone: "Warm" }))).toBeNull();
  expect(readGrade(make({ dos: ["Write for an 8th-grade reader"] }))).toBe(8);
  expect(readGrade(make({ tone: "Plain" }))).toBeNull();
});

test("a text that keeps to the persona fits in every row that asks for something", () => {
  const rows = measureVoice(
    make({
      voice: "Speaks to “you”",
      sentenceLength: "Short",
      vocabulary: ["radiator", "boiler"],
      dos: ["Write for grade 6", "Name the radiator early"],
      donts: ["Never say “synergy”"],
    }),
    SHORT,
  );
  expect(row(rows, "Words a sentence")).toEqual({
    name: "Words a sentence",
    wanted: "up to 14",
    measured: "5 on average",
    fits: true,
  });
  expect(row(rows, "Person")).toMatchObject({ measured: "I 0, we 0, you 6", fits: true });
  expect(row(rows, "Vocabulary")).toMatchObject({ measured: "1 of 2: radiator", fits: true });
  expect(row(rows, "Words of “Do”")?.measured).toContain("radiator");
  expect(row(rows, "Words of “Don’t”")).toMatchObject({ measured: "none of 1", fits: true });
  expect(rows.some(({ fits }) => fits === false)).toBe(false);
});

test("a text that leaves the persona is told so, row by row", () => {
  const rows = measureVoice(
    make({
      voice: "Speaks to “you”",
      sentenceLength: "Short",
      vocabulary: ["radiator"],
      dos: ["Write for grade 6"],
      donts: ["Never say “hydraulic”"],
      sample: SHORT,
    }),
    LONG,
  );
  const missed = rows.filter(({ fits }) => fits === false).map(({ name }) => name);
  expect(missed).toEqual([
    "Words a sentence",
    "Different words",
    "School grade to follow it",
    "Person",
    "Vocabulary",
    "Words of “Don’t”",
  ]);
  expect(row(rows, "Words of “Don’t”")?.measured).toBe("1 of 1: hydraulic");
});

test("the sample is the measure where nothing is stated, and stands alone where it is measured itself", () => {
  const plain = make({ sample: SHORT });
  const other = measureVoice(plain, LONG);
  expect(row(other, "Words a sentence")).toMatchObject({ wanted: "4 to 7", fits: false });
  expect(row(other, "Different words")?.wanted).toBe("about 74 %, as in the sample");
  const alone = measureVoice(plain, SHORT);
  expect(alone.every(({ wanted, fits }) => wanted === null && fits === null)).toBe(true);
});

test("a rule without a quotation gives no verdict, and no pattern of a word can break the search", () => {
  const rows = measureVoice(make({ donts: ["Shout about radiators", "x".repeat(299)] }), SHORT);
  expect(row(rows, "Words of “Don’t”")).toMatchObject({ wanted: null, fits: null });
  const odd = make({ vocabulary: ["C++ (new)", "[a-z]*", "radiator"] });
  expect(row(measureVoice(odd, SHORT), "Vocabulary")?.measured).toBe("1 of 3: radiator");
});
