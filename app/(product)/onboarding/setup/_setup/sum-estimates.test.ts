import { expect, test } from "vitest";
import { sumEstimates } from "./sum-estimates";

test("a setup costs what its own stages do, whatever else the wizard offers", () => {
  const stages = { website: 0.25, research: 0.5, persona: 0.125 };
  expect(sumEstimates(stages)).toBe(0.875);
  expect(sumEstimates({ ...stages, ...{ sitemap: 4, another: null } })).toBe(0.875);
  expect(sumEstimates({ ...stages, persona: null })).toBeNull();
});
