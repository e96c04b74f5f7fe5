import readability from "text-readability-ts/dist/index.js";
import { countWords } from "../../text/count-words";
import { rateTowards } from "../rate-between";
import type { Body } from "../read-post-text";
import { type Check, count, type Subject, say } from "./check";

/** What a part counts that cannot be measured. */
const NEUTRAL = 0.7;
const FEWEST_WORDS = 40;
const EASE = { none: 0, enough: 45 };
const LONG_SENTENCE = 30;
const LONG_PARAGRAPH = 120;

/** How easily it reads. The formula counts English syllables, so other languages get a neutral score. */
export function scoreReadability({ body }: Subject): Check[] {
  if (body.words < FEWEST_WORDS)
    return [unmeasured(0, "There is too little text to measure how it reads.")];
  if (body.language !== "en") return [unmeasured(NEUTRAL, describeOther(body.language))];
  return [checkEase(body), checkAverage(body), checkLong(body), checkParagraphs(body)];
}

function unmeasured(value: number, message: string): Check {
  return { id: "readability", weight: 1, value, message };
}

function describeOther(language: string | null): string {
  const name = language ? new Intl.DisplayNames("en", { type: "language" }).of(language) : null;
  const seems = name
    ? `this post seems to be in ${name}`
    : "the language of this post is not clear";
  return `Readability is measured for English only, and ${seems}: it counts as ${NEUTRAL * 100} of 100.`;
}

const eased = new WeakMap<readonly string[], number>();

/** Flesch reading ease: 60 and more is plain English, below 30 is academic prose. */
function easeOf({ sentences }: Body): number {
  const ease = eased.get(sentences) ?? readability.fleschReadingEase(sentences.join(" "));
  eased.set(sentences, ease);
  return ease;
}

function checkEase(body: Body): Check {
  const ease = easeOf(body);
  const value = rateTowards(ease, EASE.none, EASE.enough);
  const found = `Flesch reading ease is ${Math.round(Math.min(100, Math.max(0, ease)))} of 100`;
  return {
    id: "reading-ease",
    weight: 4,
    value,
    message: say(
      value,
      `${found}.`,
      `${found}: shorter words and sentences bring it to ${EASE.enough} or more.`,
    ),
  };
}

function checkAverage({ sentences, words }: Body): Check {
  const average = words / Math.max(1, sentences.length);
  const value = rateTowards(average, 38, 22);
  const found = `Sentences have ${Math.round(average)} words on average`;
  return {
    id: "sentence-length",
    weight: 3,
    value,
    message: say(value, `${found}.`, `${found}: aim at 22 or fewer.`),
  };
}

function checkLong({ sentences }: Body): Check {
  const long = sentences.filter((sentence) => countWords(sentence) > LONG_SENTENCE).length;
  const value = rateTowards(long / Math.max(1, sentences.length), 0.5, 0.15);
  const found = `${count(long, "sentence has", "sentences have")} more than ${LONG_SENTENCE} words`;
  return {
    id: "long-sentences",
    weight: 2,
    value,
    message: say(
      value,
      long === 0 ? "No sentence is very long." : `${found}.`,
      `${found}: split them.`,
    ),
  };
}

function checkParagraphs({ paragraphs }: Body): Check {
  const long = paragraphs.filter((text) => countWords(text) > LONG_PARAGRAPH).length;
  const value = 1 - long / Math.max(1, paragraphs.length);
  const found = `${count(long, "paragraph has", "paragraphs have")} more than ${LONG_PARAGRAPH} words`;
  return {
    id: "long-paragraphs",
    weight: 2,
    value,
    message: say(value, "No paragraph is a wall of text.", `${found}: split them.`),
  };
}
