import type { PostDocument } from "../../blog/schema";
import { rateBetween, rateTowards } from "../rate-between";
import { type Check, count, type Subject, say } from "./check";

const SOURCES = 4;
/** Where the user's own wish is not known. */
const USUAL_WORDS = 600;
const LEVEL_VALUES = { supported: 1, unsure: 0.5, unsupported: 0 } as const;

/** What the post rests on, and whether it is as long as was asked. */
export function scoreQuality(subject: Subject): Check[] {
  return [
    checkClaims(subject.document),
    checkCited(subject.document),
    checkSources(subject.document),
    checkLength(subject),
    checkParagraphs(subject),
  ];
}

function checkClaims({ verdicts }: PostDocument): Check {
  const claims = verdicts.flatMap((verdict) => verdict.claims);
  const borne = claims.reduce((sum, { level }) => sum + LEVEL_VALUES[level], 0);
  const value = claims.length === 0 ? 0 : borne / claims.length;
  const supported = claims.filter(({ level }) => level === "supported").length;
  const found = `${supported} of ${count(claims.length, "cited sentence is", "cited sentences are")} borne out by the source`;
  const otherwise =
    claims.length === 0
      ? "No cited sentence has been checked against its source yet."
      : `${found}: mend or remove the others.`;
  return { id: "claims", weight: 4, value, message: say(value, `${found}.`, otherwise) };
}

function checkCited({ sections, citations }: PostDocument): Check {
  const cited = sections.filter(({ id }) => citations.some(({ sectionId }) => sectionId === id));
  const value = sections.length === 0 ? 0 : cited.length / sections.length;
  const found = `${cited.length} of ${count(sections.length, "section cites", "sections cite")} a source`;
  return {
    id: "cited-sections",
    weight: 3,
    value,
    message: say(value, "Every section cites a source.", `${found}.`),
  };
}

function checkSources({ citations }: PostDocument): Check {
  const sources = new Set(citations.map(({ sourceId }) => sourceId)).size;
  const value = rateTowards(sources, 0, SOURCES);
  const found = `${count(sources, "source is", "sources are")} cited`;
  return {
    id: "sources",
    weight: 3,
    value,
    message: say(value, `${found}.`, `${found}: ${SOURCES} or more make a post trustworthy.`),
  };
}

function checkLength({ body, wordCount }: Subject): Check {
  const value = wordCount
    ? rateBetween(body.words / wordCount, [0.3, 2.5], [0.8, 1.35])
    : rateTowards(body.words, 150, USUAL_WORDS);
  const asked = wordCount
    ? `you asked for about ${wordCount.toLocaleString("en")}`
    : `${USUAL_WORDS} or more cover a topic`;
  const found = `The post has ${count(body.words, "word")}`;
  return {
    id: "length",
    weight: 3,
    value,
    message: say(value, `${found}.`, `${found}: ${asked}.`),
  };
}

function checkParagraphs({ body }: Subject): Check {
  const written = body.sections.filter(({ words }) => words > 0).length;
  const each = written === 0 ? 0 : body.paragraphs.length / written;
  const value = rateTowards(each, 0, 1.5);
  const found = `Sections have ${each.toFixed(1)} paragraphs on average`;
  return {
    id: "paragraphs",
    weight: 1.5,
    value,
    message: say(
      value,
      "The text is parted into paragraphs.",
      `${found}: two or more read better.`,
    ),
  };
}
