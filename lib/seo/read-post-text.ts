import type { Section } from "../blog/schema";
import { type Block, splitBlocks } from "../markdown/split-blocks";
import { countMinutes, countWords } from "../text/count-words";
import { detectLanguage } from "../text/detect-language";
import { splitSentences } from "../text/split-sentences";

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
export function readPostText(sections: readonly Section[]): Body {
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
  const words = countWords(text);
  return {
    sections,
    paragraphs: prose.filter(({ kind }) => kind === "paragraph").map((block) => block.text),
    sentences: splitSentences(text),
    text,
    words,
    minutes: countMinutes(words),
    language: detectLanguage(text),
  };
}

const bySection = new WeakMap<Section, BodySection>();

/** Only the section that is written in is another one at every key. */
function readSection(section: Section): BodySection {
  const known = bySection.get(section);
  if (known) return known;
  const blocks = splitBlocks(section.markdown);
  const words = blocks.filter(({ kind }) => kind !== "heading").map(({ text }) => countWords(text));
  const made = { section, blocks, words: words.reduce((sum, count) => sum + count, 0) };
  bySection.set(section, made);
  return made;
}
