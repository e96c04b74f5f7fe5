import { countText, FEWEST_WORDS, type TextCounts } from "./count-text";
import { findWords, listRuleWords } from "./find-rule-words";
import { type Range, readGrade, readPerson, readSentenceLength } from "./read-wanted";
import type { Persona } from "./schema";

/** One figure of a text beside what the persona asks for; `fits` is null where it asks for nothing. */
export type Measure = {
  name: string;
  wanted: string | null;
  measured: string;
  fits: boolean | null;
};
/** What is measured, and what it is held against: the persona's own sample, unless it is that. */
type Subject = { persona: Persona; text: string; own: TextCounts; sample: TextCounts | null };

const LENGTH_TOLERANCE = 0.3;
const RATIO_TOLERANCE = 0.15;
const GRADE_TOLERANCE = 3;

/**
 * How close a text comes to a persona, counted by code alone. Nothing is guessed: where the persona
 * states no figure, its sample paragraph is the measure, and without one the figure stands alone.
 *
 * @returns no rows for a text of fewer than 20 words, which says nothing about a voice.
 */
export function measureVoice(persona: Persona, text: string): Measure[] {
  const own = countText(text);
  if (own.words < FEWEST_WORDS) return [];
  const reference = text.trim() === persona.sample.trim() ? null : countText(persona.sample);
  const sample = reference && reference.words >= FEWEST_WORDS ? reference : null;
  const subject = { persona, text, own, sample };
  return [
    measureSentences(subject),
    measureVariety(subject),
    ...measureGrade(subject),
    ...measurePerson(subject),
    ...measureVocabulary(subject),
    ...measureDos(subject),
    ...measureDonts(subject),
  ];
}

function measureSentences({ persona, own, sample }: Subject): Measure {
  const stated = readSentenceLength(persona);
  const mean = sample?.meanSentence ?? 0;
  const like: Range = [mean * (1 - LENGTH_TOLERANCE), mean * (1 + LENGTH_TOLERANCE)];
  const range = stated ?? (sample ? like : null);
  const rounded = Math.round(own.meanSentence);
  const measured = `${rounded} on average`;
  const name = "Words a sentence";
  if (!range) return { name, wanted: null, measured, fits: null };
  const [from, to] = [Math.round(range[0]), Math.round(range[1])];
  const wanted = from <= 1 ? `up to ${to}` : `${from} to ${to}`;
  return { name, wanted, measured, fits: rounded >= from && rounded <= to };
}

function measureVariety({ own, sample }: Subject): Measure {
  const percent = (ratio: number) => `${Math.round(ratio * 100)} %`;
  const name = "Different words";
  const measured = percent(own.typeTokenRatio);
  if (!sample) return { name, wanted: null, measured, fits: null };
  const fits = Math.abs(own.typeTokenRatio - sample.typeTokenRatio) <= RATIO_TOLERANCE;
  return {
    name,
    wanted: `about ${percent(sample.typeTokenRatio)}, as in the sample`,
    measured,
    fits,
  };
}

function measureGrade({ persona, own, sample }: Subject): Measure[] {
  if (own.grade === null) return [];
  const name = "School grade to follow it";
  const measured = own.grade.toFixed(1);
  const most = readGrade(persona);
  if (most !== null)
    return [{ name, wanted: `up to ${most}`, measured, fits: own.grade <= most + 0.5 }];
  if (!sample || sample.grade === null) return [{ name, wanted: null, measured, fits: null }];
  const wanted = `about ${sample.grade.toFixed(1)}, as in the sample`;
  return [{ name, wanted, measured, fits: Math.abs(own.grade - sample.grade) <= GRADE_TOLERANCE }];
}

function measurePerson({ persona, own }: Subject): Measure[] {
  if (own.grade === null) return [];
  const { I, we, you } = own.person;
  const wanted = readPerson(persona);
  const measured = `I ${I}, we ${we}, you ${you}`;
  const fits =
    wanted === null ? null : own.person[wanted] > 0 && own.person[wanted] === Math.max(I, we, you);
  return [{ name: "Person", wanted: wanted && `“${wanted}” most often`, measured, fits }];
}

function measureVocabulary({ persona, text }: Subject): Measure[] {
  const { vocabulary } = persona;
  if (vocabulary.length === 0) return [];
  const found = findWords(vocabulary, text);
  const measured = describeFound(found, vocabulary.length);
  return [{ name: "Vocabulary", wanted: "at least one word", measured, fits: found.length > 0 }];
}

/** Whether a rule is kept cannot be counted; whether its words turn up can. */
function measureDos({ persona, text }: Subject): Measure[] {
  const { quoted, plain } = listRuleWords(persona.dos);
  const words = [...quoted, ...plain];
  if (words.length === 0) return [];
  const measured = describeFound(findWords(words, text), words.length);
  return [{ name: "Words of “Do”", wanted: null, measured, fits: null }];
}

/** Only a word that a rule quotes is surely meant to be left out. */
function measureDonts({ persona, text }: Subject): Measure[] {
  const { quoted, plain } = listRuleWords(persona.donts);
  const words = [...quoted, ...plain];
  if (words.length === 0) return [];
  const measured = describeFound(findWords(words, text), words.length);
  const wanted =
    quoted.length > 0 ? `none of ${quoted.map((word) => `“${word}”`).join(", ")}` : null;
  const fits = quoted.length > 0 ? findWords(quoted, text).length === 0 : null;
  return [{ name: "Words of “Don’t”", wanted, measured, fits }];
}

function describeFound(found: string[], all: number): string {
  return found.length === 0 ? `none of ${all}` : `${found.length} of ${all}: ${found.join(", ")}`;
}
