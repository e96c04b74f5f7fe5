import { expect, test } from "vitest";
import { loadCorpus } from "@/sandbox/corpus/load-corpus";
import { splitProse } from "@/sandbox/text/split-prose";
import {
  alterNumber,
  openRandom,
  pick,
  plantFact,
  type Random,
  spellNumber,
} from "@/tests/world/posts/plant-facts";
import { reportFigure } from "@/tests/world/report-figure";
import type { Passage } from "../run";
import { splitPassages } from "../sources/split-passages";
import { checkClaims } from "./check-claims";
import { readFacts } from "./compare-facts";

/** A sentence about a passage, faithful or with one fact altered. */
type Trial = { kind: string; text: string; passage: Passage };
type Trials = { faithful: Trial[]; altered: Trial[] };

/** Real sentences with the real passage each stands in. */
function listSentences(): { sentence: string; passage: Passage }[] {
  const pages = [...loadCorpus().pages.values()].filter(({ stub }) => !stub);
  const passages = pages.flatMap(({ text }, index) => splitPassages(`S${index + 1}`, text));
  return passages.flatMap((passage) =>
    splitProse(passage.text)
      .flat()
      .filter(
        (sentence) => /^[\p{Lu}`].{30,300}\.$/u.test(sentence) && !/[{}<>=|]|:$/.test(sentence),
      )
      .filter((sentence) => passage.text.includes(sentence))
      .map((sentence) => ({ sentence, passage })),
  );
}

const LEADS = [
  "",
  "According to the documentation, ",
  "As the authors put it, ",
  "Note that ",
  "In short, ",
];
const decapitalize = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
function lead(random: Random, sentence: string): string {
  const chosen = pick(random, LEADS);
  return chosen === "" ? sentence : chosen + decapitalize(sentence);
}

/** Facts that stand in the real sentences: kept or respelled, and altered. */
function tryRealFacts(random: Random): Trials {
  const trials: Trials = { faithful: [], altered: [] };
  for (const { sentence, passage } of listSentences()) {
    const { quantities, quotations, digits } = readFacts(sentence);
    const outside = sentence.replace(/`[^`]*`/g, (code) => " ".repeat(code.length));
    const numbers = quantities.filter(({ exact, spelled }) => !exact && !spelled);
    const number = numbers.find(({ digits: raw }) => outside.includes(raw) && /^\d+$/.test(raw));
    const spelled = quantities.find((fact) => fact.spelled && fact.spelled.value <= 12);
    const add = (kind: string, other: string | undefined, altered: string) => {
      trials.faithful.push({ kind, text: lead(random, other ?? sentence), passage });
      trials.altered.push({ kind, text: lead(random, altered), passage });
    };
    if (number && digits.length > 0) {
      const at = outside.indexOf(number.digits);
      const put = (text: string) =>
        sentence.slice(0, at) + text + sentence.slice(at + number.digits.length);
      const value = Number(number.digits);
      const respelled = number.unit ? undefined : spellNumber(value);
      const alone = !/[\w.-]/.test(
        sentence.charAt(at - 1) + sentence.charAt(at + number.digits.length).replace(".", ""),
      );
      add(
        "real number",
        alone && respelled && value > 1 ? put(respelled) : undefined,
        put(String(alterNumber(random, value))),
      );
    }
    if (spelled?.spelled && spelled.spelled.value > 1) {
      const { words, value } = spelled.spelled;
      const others = [3, 4, 5, 6, 7, 8, 9, 11, 12].filter((other) => other !== value);
      add(
        "real number in words",
        sentence.replace(words, String(value)),
        sentence.replace(words, spellNumber(pick(random, others)) ?? ""),
      );
    }
    const [quotation] = quotations;
    if (quotation) {
      const words = quotation.raw.split(" ");
      const changed = words.with(
        Math.floor(random() * words.length),
        pick(random, ["never", "seldom", "purple"]),
      );
      add(
        "real quotation",
        sentence.replaceAll('"', "”"),
        sentence.replace(quotation.raw, changed.join(" ")),
      );
    }
  }
  return trials;
}

/** Facts and quotations that are planted into real passages. */
function tryPlantedFacts(random: Random, count: number): Trials {
  const trials: Trials = { faithful: [], altered: [] };
  const sentences = listSentences();
  for (let index = 0; index < count; index += 1) {
    const { sentence, passage } = pick(random, sentences);
    const { kind, source, faithful, altered } = plantFact(random);
    const body = sentence.replace(/\.$/, "");
    const text = passage.text.replace(
      sentence,
      `${sentence} This was measured with ${source} in mind.`,
    );
    const planted = { ...passage, text };
    const phrase = (fact: string) =>
      pick(random, [
        `${body}, and this was measured with ${fact} in mind.`,
        `With ${fact} in mind, this was measured: ${decapitalize(body)}.`,
        `${lead(random, body)} (measured with ${fact} in mind).`,
      ]);
    trials.faithful.push({ kind, text: phrase(faithful), passage: planted });
    trials.altered.push({ kind, text: phrase(altered), passage: planted });
    const words = sentence
      .replace(/["“”`]/g, "")
      .replace(/\.$/, "")
      .split(" ");
    const from = Math.floor(random() * Math.max(1, words.length - 8));
    const quoted = words.slice(from, from + 4 + Math.floor(random() * 5));
    if (quoted.length < 4 || !/\p{L}{3}/u.test(quoted[1] ?? "")) continue;
    const [open = "", close = ""] = pick(random, ["“”", '""', "«»", "„“", "‘’"]);
    const elided = [...quoted.slice(0, 2), pick(random, ["…", "...", "[…]"]), ...quoted.slice(3)];
    const wrong = quoted.with(
      1 + Math.floor(random() * 2),
      pick(random, ["never", "purple", "hardly"]),
    );
    const say = (parts: string[]) =>
      `The documentation says ${open}${parts.join(" ").replace(/['’]/g, close === "’" ? "" : "’")}${close} about it.`;
    if (close === "’" && /['’]/.test(quoted.join(""))) continue;
    trials.faithful.push({
      kind: "quotation",
      text: say(random() < 0.3 ? elided : quoted),
      passage,
    });
    trials.altered.push({ kind: "quotation", text: say(wrong), passage });
  }
  return trials;
}

/** The citation before or behind the stop, as models write it. */
function judge(random: Random, { text, passage }: Trial): boolean {
  const mark = `[^${passage.id}]`;
  const cited = random() < 0.5 ? `${text} ${mark}` : `${text.replace(/\.$/, "")} ${mark}.`;
  return checkClaims(cited, [passage]).some(({ level }) => level === "unsupported");
}

test("of planted wrong numbers, dates and quotations at least 95 % are caught by code, with at most 2 % false alarms", () => {
  const random = openRandom(20_240_303);
  const sets = [tryRealFacts(random), tryPlantedFacts(random, 900)];
  const faithful = sets.flatMap((set) => set.faithful);
  const altered = sets.flatMap((set) => set.altered);
  const alarms = faithful.filter((trial) => judge(random, trial));
  const missed = altered.filter((trial) => !judge(random, trial));
  const tell = (trials: Trial[]) => trials.map(({ kind, text }) => `${kind}: ${text}`);
  const caught = 1 - missed.length / altered.length;
  const alarmed = alarms.length / faithful.length;
  reportFigure(
    "planted wrong numbers, dates and quotations that code caught",
    `${(caught * 100).toFixed(1)} % of ${altered.length}`,
  );
  reportFigure(
    "faithful sentences on which code raised a false alarm",
    `${(alarmed * 100).toFixed(2)} % of ${faithful.length}`,
  );
  expect(altered.length).toBeGreaterThanOrEqual(1_000);
  expect(caught, tell(missed).join("\n")).toBeGreaterThanOrEqual(0.95);
  expect(alarmed, tell(alarms).join("\n")).toBeLessThanOrEqual(0.02);
}, 300_000);
