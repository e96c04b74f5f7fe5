import { countWords } from "../text/count-words";
import { hashText } from "../text/hash-text";
import { stemQuery, stemWords } from "../text/stem-words";
import type { Unit } from "./list-units";
import type { Brief } from "./parse-brief";

/**
 * The units a section uses, best first, up to its target length. Sections of one post share sources but
 * hardly sentences: a unit belongs to the heading it fits best, and the others take it only when short of text.
 */
export function chooseUnits(brief: Brief, units: readonly Unit[], targetWords: number): Unit[] {
  const heading = brief.heading || brief.topic;
  const suits = (unit: Unit) => relevance(unit, heading) + relevance(unit, brief.topic) / 2;
  const rank = (list: Unit[]) =>
    list
      .map((unit) => ({ unit, score: suits(unit) + draw(unit, heading) / 4 + introduces(unit) }))
      .sort((a, b) => b.score - a.score || a.unit.position - b.unit.position)
      .map(({ unit }) => unit);
  const isOwn = (unit: Unit) => ownerOf(unit, [heading, ...brief.otherHeadings]) === heading;
  const own = takeWords(rank(units.filter(isOwn)), targetWords);
  // Borrowed by lot: ranked by fit, all sections would borrow the same ones.
  const lent = units
    .filter((unit) => !isOwn(unit))
    .toSorted((a, b) => draw(b, heading) - draw(a, heading));
  return [...own, ...takeWords(lent, targetWords * 0.25 - wordsIn(own))];
}

/** The same for every section that knows the same headings. */
function ownerOf(unit: Unit, headings: string[]): string | undefined {
  const scored = headings.map((heading) => ({
    heading,
    score: relevance(unit, heading) + draw(unit, heading),
  }));
  return scored.sort((a, b) => b.score - a.score)[0]?.heading;
}

/** Share of the heading's words that the unit holds. */
function relevance(unit: Unit, heading: string): number {
  const wanted = stemQuery(heading);
  const words = new Set(stemWords(unit.sentences.join(" ")));
  return wanted.filter((stem) => words.has(stem)).length / Math.max(1, wanted.length);
}

/** Pages explain themselves at their beginning: the first passage of a source counts a little more. */
function introduces({ passageId }: Unit): number {
  return /\.p[12]$/.test(passageId) ? 0.3 : 0;
}

function draw(unit: Unit, heading: string): number {
  return hashText(`${heading.toLowerCase()}|${unit.sentences[0]}`);
}

function takeWords(units: Unit[], words: number): Unit[] {
  const taken: Unit[] = [];
  for (const unit of units) {
    if (wordsIn(taken) >= words) break;
    taken.push(unit);
  }
  return taken;
}

/** How many words units have together. */
export function wordsIn(units: Unit[]): number {
  return countWords(units.flatMap(({ sentences }) => sentences).join(" "));
}
