import { hashText } from "../text/hash-text";
import { chooseUnits, wordsIn } from "./choose-units";
import { listUnits, type Unit } from "./list-units";
import type { Brief } from "./parse-brief";

const DEFAULT_WORDS = 220;
const PARAGRAPH_WORDS = 75;
/** Shorter sections rather stay short than say anything twice. */
const REPEATING_FROM = 600;

/** They carry no fact, so they carry no citation. */
const OPENERS = [
  "It helps to begin with what is well established.",
  "The essentials fit in a few sentences.",
  "A short answer comes first, the detail after it.",
  "Start from what the sources agree on.",
  "The groundwork is quickly laid.",
  "Here the sources are specific.",
  "One idea carries most of this.",
  "This part rewards a closer look.",
] as const;
const LINKS = [
  "There is more to it than that.",
  "A second point deserves attention.",
  "The details matter here.",
  "In daily work, another aspect weighs just as much.",
  "That leads to a related question.",
  "It is worth going one step further.",
  "The picture is not complete without one more thing.",
  "Closely connected is what comes next.",
  "Some practical consequences follow.",
  "Two further remarks round this off.",
] as const;

/** Paragraphs made of sentences of the passages, each followed by the passage it came from. */
export function composeSection(brief: Brief): string {
  const target = brief.targetWords ?? DEFAULT_WORDS;
  const chosen = chooseUnits(brief, listUnits(brief.passages), target);
  if (chosen.length === 0) return "The retrieved sources hold little on this that can be cited.";
  const seed = brief.heading || brief.topic;
  const offset = Math.floor(hashText(seed) * LINKS.length);
  const paragraphs = repeatTo(target, groupParagraphs(chosen)).map((units, index) => {
    const lead =
      index === 0 ? OPENERS[offset % OPENERS.length] : LINKS[(offset + index) % LINKS.length];
    // A lead before every paragraph would read like a machine.
    const framed = index % 2 === 0 ? [lead] : [];
    return [...framed, ...units.flatMap(citeUnit)].join(" ");
  });
  return paragraphs.join("\n\n");
}

/** The citation stands before the final stop, so that no splitter can part them. */
function citeSentence(sentence: string, passageId: string): string {
  const end = /[.!?]["”)]?$/.exec(sentence)?.index ?? sentence.length;
  return `${sentence.slice(0, end)} [[${passageId}]]${sentence.slice(end)}`;
}

/** The sentences of a unit, each with its citation. */
export function citeUnit({ sentences, passageId }: Unit): string[] {
  return sentences.map((sentence) => citeSentence(sentence, passageId));
}

/** Passages in order of their best unit, units in reading order, cut into paragraphs. */
function groupParagraphs(chosen: Unit[]): Unit[][] {
  const sources = [...new Set(chosen.map(({ passageId }) => sourceOf(passageId)))];
  const ordered = chosen.toSorted(
    (a, b) =>
      sources.indexOf(sourceOf(a.passageId)) - sources.indexOf(sourceOf(b.passageId)) ||
      a.position - b.position,
  );
  const paragraphs: Unit[][] = [];
  let words = Number.POSITIVE_INFINITY;
  for (const unit of ordered) {
    if (words >= PARAGRAPH_WORDS) {
      paragraphs.push([]);
      words = 0;
    }
    paragraphs.at(-1)?.push(unit);
    words += wordsIn([unit]);
  }
  return paragraphs;
}

/** A section that is longer than its passages begins them again. */
function repeatTo(target: number, paragraphs: Unit[][]): Unit[][] {
  if (target < REPEATING_FROM) return paragraphs;
  return Array.from(
    { length: Math.ceil(target / wordsIn(paragraphs.flat())) },
    () => paragraphs,
  ).flat();
}

function sourceOf(passageId: string): string {
  return passageId.split(".")[0] ?? passageId;
}
