import { expect, test } from "vitest";
import { describeTime } from "./describe-time";

test("a time is said as it was measured, and not at all where nothing was", () => {
  expect(describeTime(null)).toBe("");
  expect(describeTime({ count: 1, shortest: 42, longest: 42 })).toBe(
    "Your last post of about this length took 40 s.",
  );
  expect(describeTime({ count: 3, shortest: 50, longest: 170 })).toBe(
    "Your last 3 of about this length took 50 s to 3 min.",
  );
});
