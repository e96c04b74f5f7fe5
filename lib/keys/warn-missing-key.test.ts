import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { mintUserId } from "../auth/user-id";
import { log } from "../logs/log";
import { warnMissingKey } from "./warn-missing-key";

const MINUTE_MS = 60_000;
const anybody = () => mintUserId(`user_${randomUUID()}`);

afterEach(() => {
  vi.restoreAllMocks();
});

test("the log hears once in ten minutes that a key is missing, however often it is asked for", () => {
  const warn = vi.spyOn(log, "warn");
  const user = anybody();
  expect(warnMissingKey(user, "gemini", 0)).toBe(true);
  for (const second of [0, 1, 60, 599])
    expect(warnMissingKey(user, "gemini", second * 1_000), `after ${second} s`).toBe(false);
  expect(warnMissingKey(user, "gemini", 10 * MINUTE_MS)).toBe(true);
  expect(warnMissingKey(user, "gemini", 19 * MINUTE_MS)).toBe(false);
  expect(warn.mock.calls).toEqual(
    Array.from({ length: 2 }, () => [
      { userId: user, provider: "gemini" },
      "A call needed a key that the user has not saved",
    ]),
  );
});

test("one user's missing key hides neither another's nor another provider's", () => {
  const [anna, ben] = [anybody(), anybody()];
  expect(warnMissingKey(anna, "gemini", 0)).toBe(true);
  expect(warnMissingKey(anna, "exa", 1)).toBe(true);
  expect(warnMissingKey(ben, "gemini", 2)).toBe(true);
  expect(warnMissingKey(anna, "gemini", 3)).toBe(false);
  expect(warnMissingKey(ben, "gemini", 4)).toBe(false);
});

test("what is remembered is bounded: after ten thousand others a user is heard of again", () => {
  const user = anybody();
  expect(warnMissingKey(user, "exa", 0)).toBe(true);
  for (let other = 0; other < 10_000; other += 1) warnMissingKey(anybody(), "exa", 1);
  expect(warnMissingKey(user, "exa", 2)).toBe(true);
});
