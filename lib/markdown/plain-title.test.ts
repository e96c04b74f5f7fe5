import fc from "fast-check";
import { expect, test } from "vitest";
import { plainTitle } from "./plain-title";

test.each([
  ["**Caching** guide", "Caching guide"],
  ["__Caching__ guide", "Caching guide"],
  ["*Caching*, a guide", "Caching, a guide"],
  ["- Caching guide", "Caching guide"],
  ["+ Caching guide", "Caching guide"],
  ["1. Caching guide", "Caching guide"],
  ["12) Caching guide", "Caching guide"],
  ["# Caching guide", "Caching guide"],
  ["### **Caching** guide ###", "Caching guide"],
  ["> Caching guide", "Caching guide"],
  ["1. **Caching** with `use cache`", "Caching with use cache"],
  ["[Caching](https://example.org) guide", "Caching guide"],
  ["**缓存**指南", "缓存指南"],
  ["Caching\nguide\0", "Caching guide"],
])("%s is a title of words alone", (written, title) => {
  expect(plainTitle(written)).toBe(title);
});

test.each([
  "A* search, step by step",
  "C# and F# for beginners",
  "What snake_case_names are for",
  "2026. A year of caching",
  "1.5 litres a day",
  "5 * 3 is 15",
  "-40 °C is -40 °F",
  "R&D in 3-person teams",
  "Q&A: “Why?”",
  "~/.config explained",
  "#caching",
])("%s stays as it is", (title) => {
  expect(plainTitle(title)).toBe(title);
});

test("a title that is cut ends with a whole character, and whatever comes gives words that can be stored", () => {
  expect(plainTitle(`${"a".repeat(299)}😀`, 300)).toBe("a".repeat(299));
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
      const title = plainTitle(text, 40);
      expect(title.length).toBeLessThanOrEqual(40);
      expect(title).not.toMatch(/\p{Surrogate}|\0|\n/u);
    }),
  );
});
