import { expect, test } from "vitest";
import { pageSchema } from "@/lib/copilot/schema";
import { nameCurrentPhase } from "../../posts/[id]/_run/following/use-tell-phase";
import { listStarters } from "./list-starters";

test("every page has lines that one could ask, which suit what is on it", () => {
  for (const place of pageSchema.shape.place.options) {
    const starters = listStarters({ place }, undefined);
    expect(starters.length, place).toBeGreaterThan(0);
    expect(new Set(starters).size, place).toBe(starters.length);
  }
  expect(listStarters({ place: "wizard" }, undefined)).toContain("Explain this step");
  expect(listStarters({ place: "posts" }, undefined)).toContain("Start a post about …");
  // What a post was told of itself is nothing to another page.
  expect(listStarters({ place: "usage" }, "outline")).toEqual(
    listStarters({ place: "usage" }, undefined),
  );
});

const wait = { until: null, reason: "outline" } as const;
test.each([
  ["running", null, "writing", "List its sources", "Analyze SEO"],
  ["waiting", wait, "outline", "Approve the outline", "Check facts"],
  [
    "waiting",
    { until: "2026-01-01", reason: "quota_minute" },
    "writing",
    "Show usage",
    "Check facts",
  ],
  ["failed", null, "ended", "Check my keys", "Approve the outline"],
  ["ready", null, "written", "Analyze SEO", "Approve the outline"],
  ["published", null, "written", "Check facts", "Check my keys"],
] as const)("a post that is %s offers what can be done with it then (%#)", (...one) => {
  const [status, waits, phase, offered, left] = one;
  expect(nameCurrentPhase({ status, wait: waits })).toBe(phase);
  const starters = listStarters({ place: "post" }, phase);
  expect(starters).toContain(offered);
  expect(starters).not.toContain(left);
});
