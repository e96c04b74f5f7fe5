import type { Section } from "../blog/schema";
import { countMinutes, countWords } from "./count-words";
import { detectLanguage } from "./detect-language";
import { type Block, splitBlocks } from "./split-blocks";
import { splitSentences } from "./split-sentences";

/** A section as the score looks at it. */
export type BodySection = { section: Section; blocks: Block[]; words: number };
/** The text of a post, read once: what is written in its sections, without their own headings. */
export type Body = {
  sections: BodySection[];
  paragraphs: string[];
  sentences: string[];
  text: string;
  words: number;
  minutes: number;
  language: string | null;
};

const read = new WeakMap<readonly Section[], Body>();

/** Reads the sections of a document; the same array is read once, since a page asks at every key. */
export function readBody(sections: readonly Section[]): Body {
  const known = read.get(sections);
  if (known) return known;
  const body = readSections(sections);
  read.set(sections, body);
  return body;
}

/** The same text under other headings: nothing of it is read again. */
export function withHeadings(body: Body, all: readonly Section[]): Body {
  const sections = body.sections.map((read, index) => ({
    ...read,
    section: all[index] ?? read.section,
  }));
  return { ...body, sections };
}

function readSections(all: readonly Section[]): Body {
  const sections = all.map((section) => readSection(section));
  const prose = sections.flatMap(({ blocks }) =>
    blocks.filter(({ kind, text }) => kind !== "heading" && kind !== "code" && text !== ""),
  );
  const text = prose.map((block) => block.text).join("\n");
  return {
    sections,
    paragraphs: prose.filter(({ kind }) => kind === "paragraph").map((block) => block.text),
    sentences: splitSentences(text),
    text,
    words: countWords(text),
    minutes: countMinutes(text),
    language: detectLanguage(text),
  };
}

function readSection(section: Section): BodySection {
  const blocks = splitBlocks(section.markdown);
  const words = blocks.filter(({ kind }) => kind !== "heading").map(({ text }) => countWords(text));
  return { section, blocks, words: words.reduce((sum, count) => sum + count, 0) };
}
