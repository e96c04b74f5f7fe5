import { countWords } from "../../text/count-words";
import { rateBetween, rateTowards } from "../rate-between";
import type { BodySection } from "../read-post-text";
import { type Check, count, type Subject, say } from "./check";

/** Words of text that a section carries well, and that ask for a list somewhere. */
const WORDS_A_SECTION = { range: [40, 700], best: [110, 380] } as const;
const LONG_POST = 500;

/** How the post is built: an opening, enough sections of like length, lists. */
export function scoreStructure({ body }: Subject): Check[] {
  const written = body.sections.filter(({ words }) => words > 0);
  return [
    checkOpening(body.sections[0]),
    checkWritten(body.sections, written),
    checkCount(written, body.words),
    checkBalance(written),
    checkLists(body.sections, body.words),
  ];
}

function checkOpening(first: BodySection | undefined): Check {
  const [block] = first?.blocks ?? [];
  const words = block?.kind === "paragraph" ? countWords(block.text) : 0;
  const value = rateTowards(words, 0, 25);
  const otherwise =
    words === 0
      ? "The post does not open with a paragraph: begin with one that says what the reader gets."
      : `The opening paragraph has ${count(words, "word")}: 25 or more say what the reader gets.`;
  return {
    id: "opening",
    weight: 2,
    value,
    message: say(value, "The post opens with a paragraph.", otherwise),
  };
}

function checkWritten(all: readonly BodySection[], written: readonly BodySection[]): Check {
  const value = all.length === 0 ? 0 : written.length / all.length;
  const empty = all.length - written.length;
  const otherwise =
    all.length === 0
      ? "There are no sections yet."
      : `${count(empty, "section has", "sections have")} no text: write or remove ${empty === 1 ? "it" : "them"}.`;
  return {
    id: "written",
    weight: 2,
    value,
    message: say(value, "Every section has text.", otherwise),
  };
}

function checkCount(written: readonly BodySection[], words: number): Check {
  const each = written.length === 0 ? 0 : words / written.length;
  const many = rateBetween(each, WORDS_A_SECTION.range, WORDS_A_SECTION.best);
  const value = Math.min(many, rateTowards(written.length, 0, 3));
  const advice =
    each > WORDS_A_SECTION.best[1] ? "split the long ones" : "aim at 3 or more of 110 to 380 words";
  const found = `${count(written.length, "section")} of ${Math.round(each)} words on average`;
  return {
    id: "sections",
    weight: 3,
    value,
    message: say(value, `There are ${found}.`, `There are ${found}: ${advice}.`),
  };
}

/** The share of sections whose length is within 0.4 to 2.2 of the mean. */
function checkBalance(written: readonly BodySection[]): Check {
  const mean = written.reduce((sum, { words }) => sum + words, 0) / Math.max(1, written.length);
  const odd = written.filter(({ words }) => words < 0.4 * mean || words > 2.2 * mean);
  const value = written.length === 0 ? 0 : 1 - odd.length / written.length;
  const names = odd.map(({ section }) => `“${section.heading}”`).join(", ");
  const otherwise =
    written.length === 0
      ? "There is no text to balance yet."
      : `Much longer or shorter than the other sections: ${names}.`;
  return {
    id: "balance",
    weight: 2,
    value,
    message: say(value, "The sections are of like length.", otherwise),
  };
}

function checkLists(sections: readonly BodySection[], words: number): Check {
  const lists = sections.flatMap(({ blocks }) =>
    blocks.filter(({ kind }) => kind === "list" || kind === "table"),
  ).length;
  const value = words === 0 ? 0 : words < LONG_POST ? 1 : Math.min(1, lists);
  const passed =
    lists > 0
      ? `A reader who skims finds ${count(lists, "list or table", "lists or tables")}.`
      : "A short post needs no list.";
  return {
    id: "lists",
    weight: 1.5,
    value,
    message: say(
      value,
      passed,
      "No list or table: a reader who skims finds nothing to hold on to.",
    ),
  };
}
