import { expect, test } from "vitest";
import { generateBody } from "../schema";
import { limitSearch } from "./limit-search";

const request = (part: object) => generateBody.parse({ topic: "Heat pumps", ...part });
const NOW = Date.parse("2026-03-01T12:00:00Z");

test("a search leaves out what the post and its author do not want, each once", () => {
  const asked = request({ includeDomains: ["a.example"], excludeDomains: ["b.example"] });
  const limits = limitSearch(asked, { avoidDomains: ["b.example", "c.example"] }, NOW);
  expect(limits).toEqual({
    includeDomains: ["a.example"],
    excludeDomains: ["b.example", "c.example"],
  });
});

test("how old a page may be is counted from the day of the search", () => {
  const after = (publishedWithin: string) =>
    limitSearch(request({ publishedWithin }), { avoidDomains: [] }, NOW).publishedAfter;
  expect(after("month")).toBe("2026-01-29T12:00:00.000Z");
  expect(after("year")).toBe("2025-02-28T12:00:00.000Z");
  expect(after("five-years")).toBe("2021-02-28T12:00:00.000Z");
});

test("pages of one kind are all that is searched for, and of any kind unless one is named", () => {
  const none = { avoidDomains: [] };
  expect(limitSearch(request({ category: "news" }), none, NOW).category).toBe("news");
  expect(limitSearch(request({}), none, NOW)).not.toHaveProperty("category");
});
