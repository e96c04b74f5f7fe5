import { expect, test } from "vitest";
import { compareWords } from "./compare-words";

const long = (word: string) => Array.from({ length: 10_000 }, (_, at) => `${word}${at}`).join(" ");

test("two texts are told apart word by word", () => {
  const parts = compareWords("a quick fox", "a slow fox");
  expect(parts.map(({ value, added, removed }) => [value, added, removed])).toEqual([
    ["a ", false, false],
    ["quick", false, true],
    ["slow", true, false],
    [" fox", false, false],
  ]);
});

test("long texts that share nothing are shown one after the other, at once", () => {
  const from = process.cpuUsage();
  const parts = compareWords(long("a"), long("b"));
  expect(process.cpuUsage(from).user / 1_000).toBeLessThan(5_000);
  expect(parts).toMatchObject([
    { value: long("a"), removed: true },
    { value: long("b"), added: true },
  ]);
  const changed = compareWords(long("a"), long("a").replaceAll("a77", "b77"));
  expect(changed.filter(({ added }) => added)).toHaveLength(111);
});
