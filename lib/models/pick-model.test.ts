import { expect, test } from "vitest";
import { PREFERRED_MODELS } from "./dated-facts";
import { estimateWord } from "./estimate-word";
import { pickModel } from "./pick-model";
import { findListPrice, priceTokens } from "./price-tokens";

const TODAY = new Date("2026-11-26T12:00:00Z");
const priceOf = (model: string) => findListPrice(model, TODAY);
const [proposed = ""] = PREFERRED_MODELS;
const pick = (wanted: string | undefined, usable?: string[]) =>
  pickModel({ wanted, usable, priceOf });

test("without a wish the first of the dated order writes that the key has; else whatever it has", () => {
  expect(pick(undefined, ["gemini-3.5-flash", proposed])).toEqual({ model: proposed });
  expect(pick(undefined, ["gemini-9-flash"])).toEqual({ model: "gemini-9-flash" });
  expect(pick("gemini-9-flash", ["gemini-9-flash"])).toEqual({ model: "gemini-9-flash" });
  expect(pick("any-model")).toEqual({ model: "any-model" });
});

test("a model that is gone is replaced by the next that is not dearer, and never by one that may be", () => {
  expect(pick("gemini-3.5-flash", ["gemini-4-argon", "gemini-3.8-flash"])).toEqual({
    model: "gemini-3.8-flash",
    insteadOf: "gemini-3.5-flash",
    reason: "model_unavailable",
  });
  const dearer = ["gemini-4-argon", "gemini-9-flash"];
  expect(() => pick(proposed, dearer)).toThrow(expect.objectContaining({ code: "model_dearer" }));
  expect(() => pick(proposed, [])).toThrow(expect.objectContaining({ code: "model_unavailable" }));
});

test("a price that changes at midnight prices calls before and after it differently", () => {
  const before = findListPrice("gemini-4-argon", new Date("2026-11-30T23:59:59.999Z"));
  const after = findListPrice("gemini-4-argon", new Date("2026-12-01T00:00:00Z"));
  expect([before?.input, before?.output]).toEqual([2, 10]);
  expect([after?.input, after?.output]).toEqual([4, 20]);
});

test("cached tokens cost less, a long prompt makes all dearer, and a release costs what its model costs", () => {
  const pro = findListPrice("models/gemini-3.1-pro-preview", TODAY);
  if (!pro) throw new Error("It has a price.");
  const million = { inputTokens: 100_000, cachedTokens: 50_000, outputTokens: 0 };
  expect(priceTokens(pro, million)).toBeCloseTo(0.05 * 2 + 0.05 * 0.2, 9);
  expect(priceTokens(pro, { inputTokens: 200_001, outputTokens: 10 })).toBeCloseTo(
    (200_001 * 4 + 10 * 18) / 1_000_000,
    9,
  );
  expect(findListPrice("gemini-3.5-flash-001", TODAY)).toEqual(
    findListPrice("gemini-3.5-flash", TODAY),
  );
  expect(findListPrice("gemini-9-flash", TODAY)).toBeUndefined();
  expect(estimateWord(pro)).toBeGreaterThan(0);
});
