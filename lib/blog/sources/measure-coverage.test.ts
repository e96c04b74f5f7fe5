import { expect, test } from "vitest";
import { emptyDocument } from "../apply-event";
import type { Claim, PostDocument } from "../schema";
import { countMarks, measureCoverage } from "./measure-coverage";

const source = (id: string) => ({ id, url: null, title: `Source ${id}`, publishedAt: null });
const section = (id: string, markdown: string) => {
  return { id, heading: `Heading ${id}`, sourceIds: [], markdown };
};
const claim = (level: Claim["level"]): Claim => {
  return { text: "x", passageIds: [], level, quote: null, reason: null };
};
const post: PostDocument = {
  ...emptyDocument("Caching"),
  sources: ["S1", "S2", "S3"].map(source),
  sections: [
    section("a", "It keeps things [^S1.p1]. It drops them [^S1.p2][^S2.p1]. Nobody knows why."),
    section("b", "- One more [^S1.p1]\n\n## A heading [^S2.p1]\n\n```\n[^S9.p9].\n```"),
    section("c", "  "),
  ],
  verdicts: [
    {
      sectionId: "a",
      dropped: 0,
      claims: [claim("supported"), claim("unsure"), claim("supported")],
    },
  ],
};

test("each source says which sections cite it and how often, and who is cited nowhere is named", () => {
  const { used, unused } = measureCoverage(post);
  expect(used.map(({ source: { id }, times, citing }) => [id, times, citing])).toEqual([
    [
      "S1",
      3,
      [
        { id: "a", heading: "Heading a", times: 2 },
        { id: "b", heading: "Heading b", times: 1 },
      ],
    ],
    [
      "S2",
      2,
      [
        { id: "a", heading: "Heading a", times: 1 },
        { id: "b", heading: "Heading b", times: 1 },
      ],
    ],
  ]);
  expect(unused.map(({ id }) => id)).toEqual(["S3"]);
});

test("a written section counts its sentences, those that cite, and how its checked claims stand", () => {
  expect(measureCoverage(post).sections).toEqual([
    {
      id: "a",
      heading: "Heading a",
      sentences: 3,
      cited: 2,
      claims: { supported: 2, unsure: 1, unsupported: 0 },
    },
    {
      id: "b",
      heading: "Heading b",
      sentences: 1,
      cited: 1,
      claims: { supported: 0, unsure: 0, unsupported: 0 },
    },
  ]);
});

test("a post that nobody has written yet covers nothing", () => {
  const empty = measureCoverage({ ...post, sections: [section("a", "")] });
  expect([empty.used, empty.unused.length, empty.sections]).toEqual([[], 3, []]);
  expect([...countMarks({ markdown: "" })]).toEqual([]);
});
