import { expect, test } from "vitest";
import { usualTimes } from "@/lib/blog/posts/usual-times";
import { describeStageTime, describeTime } from "./describe-time";

const USUAL = usualTimes(1_200, "draft");

test("a time is said as it was measured, and as it usually is where nothing was", () => {
  expect(describeTime(null, USUAL)).toBe("A post like this usually takes about 45 s.");
  expect(describeTime({ count: 1, shortest: 42, longest: 42, stages: {} }, USUAL)).toBe(
    "Your last post of about this length took 40 s.",
  );
  expect(describeTime({ count: 3, shortest: 50, longest: 170, stages: {} }, USUAL)).toBe(
    "Your last 3 of about this length took 50 s to 3 min.",
  );
});

test("each stage says what it is likely to take, a longer and a polished text more", () => {
  const says = (words: number, finish: "draft" | "polished") =>
    describeStageTime(usualTimes(words, finish).sections);
  expect([says(300, "draft"), says(1_200, "draft"), says(5_000, "polished")]).toEqual([
    "about 10 s",
    "about 25 s",
    "about 2 min",
  ]);
  expect(describeStageTime(USUAL.preflight)).toBe("a moment");
  expect(describeStageTime(USUAL.check)).toBe("");
});
