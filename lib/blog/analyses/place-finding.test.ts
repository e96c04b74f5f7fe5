import { expect, test } from "vitest";
import { placeFinding } from "./place-finding";

const SECTIONS = [
  { id: "sec-1", text: "A cache keeps what was made once. It is fast." },
  { id: "sec-2", text: "“Stale” data is served until a tag clears it." },
];
const said = (section: string, words: string) => {
  const { sectionId, quote } = placeFinding(
    { section, words, problem: "P", advice: "A" },
    SECTIONS,
  );
  return [sectionId, quote];
};

test.each([
  ["words of the section that it names", "sec-2", "data is served until", "sec-2", true],
  ["other marks and spaces", " sec-2\n", '"Stale"  data is\nserved', "sec-2", true],
  ["words of another section than it names", "sec-1", "until a tag clears it", "sec-2", true],
  ["a section that is none", "sec-9", "A cache keeps what", "sec-1", true],
  ["words that stand nowhere", "sec-1", "A cache loses what was made", "sec-1", false],
  ["too few words to prove anything", "sec-1", "fast", "sec-1", false],
  ["nothing that is there", "", "", null, false],
])(
  "a finding is placed by %s, and quotes only what stands there",
  (_, section, words, id, quotes) => {
    const [sectionId, quote] = said(section, words);
    expect(sectionId).toBe(id);
    expect(quote !== null).toBe(quotes);
    if (quote) expect(SECTIONS.some(({ text }) => text.includes(quote))).toBe(true);
  },
);
