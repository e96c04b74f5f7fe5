import { expect, test } from "vitest";
import { describeSection } from "./describe-section";
import { generateBody } from "./schema";

const HEADINGS = ["What a heat pump costs", "How it works in the cold", "Who installs it"];
const outline = HEADINGS.map((heading, index) => ({
  id: `sec-${index + 1}`,
  heading,
  sourceIds: ["S1"],
}));
const passages = [{ id: "S1.p1", sourceId: "S1", text: "A heat pump moves heat." }];
const author = { parts: [], voices: {}, avoidDomains: [], preferDomains: [] };

/** The lines of the prompt for one section of a request, by their names. */
function describe(index: number, asked: object = {}): Record<string, string> {
  const request = generateBody.parse({ topic: "Heat pumps", ...asked });
  const item = outline[index] ?? expect.unreachable();
  const plan = {
    title: "Heat pumps",
    angle: "Costs",
    audience: "",
    language: "English",
    queries: [],
    headings: HEADINGS,
  };
  const job = { plan, library: { sources: [], passages }, outline, item };
  const lines = describeSection({ request, author }, job, passages).split("\n");
  return Object.fromEntries(lines.map((line) => line.split(/: (.*)/s).slice(0, 2)));
}

test("a section knows what stands before and after it, and the ends of a post have one neighbour", () => {
  expect(describe(0)).toMatchObject({ "Section after it": HEADINGS[1] });
  expect(describe(0)).not.toHaveProperty("Section before it");
  expect(describe(1)).toMatchObject({
    "Section before it": HEADINGS[0],
    "Section after it": HEADINGS[2],
  });
  expect(describe(2)).not.toHaveProperty("Section after it");
});

test("each section minds its own keywords, and the first one the post's as well", () => {
  const keywords = ["cold climate", "heat pump", "installers"];
  expect(describe(0, { keywords }).Keywords).toBe("cold climate, heat pump");
  expect(describe(1, { keywords }).Keywords).toBe("cold climate");
  expect(describe(2, { keywords }).Keywords).toBe("installers");
  expect(describe(2, { keywords: ["heat pump"] })).not.toHaveProperty("Keywords");
});

test("where its user has said how long each section is, the sections decide how long the post is", () => {
  const wanted = HEADINGS.map((heading) => ({ heading, words: 3_000 }));
  expect(describe(0, { outline: wanted })["Words in all"]).toBe("9000");
  expect(describe(0, { outline: HEADINGS, wordCount: 1_000 })["Words in all"]).toBe("1000");
  expect(describe(0, { wordCount: 5_000 })["Words in all"]).toBe("5000");
});
