import { expect, test } from "vitest";
import { chooseDepth } from "./choose-depth";

const short = { wordCount: 1_200, category: undefined, sites: [] };

test.each([
  ["basic", {}],
  ["basic", { wordCount: 300 }],
  ["basic", { wordCount: 1_999 }],
  ["comprehensive", { wordCount: 2_000 }],
  ["comprehensive", { wordCount: 5_000, sites: ["iea.org"] }],
  ["comprehensive", { wordCount: 2_000, category: "news" as const }],
  ["targeted", { sites: ["iea.org"] }],
  ["targeted", { category: "research paper" as const }],
  ["targeted", { wordCount: 1_999, category: "news" as const, sites: ["iea.org"] }],
])("%s research fits a post of which this is said: %j", (depth, said) => {
  expect(chooseDepth({ ...short, ...said })).toBe(depth);
});
