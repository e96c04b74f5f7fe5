import { expect, test } from "vitest";
import { contentOverview } from "@/lib/onboarding/research/schema";
import { explainContent } from "./explain-content";

const CONTENT = contentOverview.parse({
  linkedPages: 2,
  readPages: 4,
  medianWords: 90,
  words: [
    { word: "radiators", pages: 3 },
    { word: "boiler", pages: 2 },
  ],
  published: { datedPages: 3, first: "2026-01-10", last: "2026-05-01", longestPauseDays: 97 },
});

test("what was counted of a site is told in a sentence each", () => {
  const [size, length, topics, dates] = explainContent(CONTENT, new Date("2026-05-20"));
  expect(size?.found).toBe("4 pages read; the front page links to 2 of its own.");
  expect(length?.found).toBe("A typical page begins with 90 words of text that could be read.");
  expect(topics?.found).toBe("Most shared: radiators (3 pages), boiler (2 pages).");
  expect(dates?.found).toContain("from 10 Jan 2026 to 1 May 2026, the longest pause 97 days.");
});

test("each figure says what follows from it", () => {
  const means = (today: string, part = {}) =>
    Object.fromEntries(
      explainContent({ ...CONTENT, ...part }, new Date(today)).map((one) => [one.name, one.means]),
    );
  expect(means("2026-09-01").Dates).toBe("Nothing newer for 123 days: a post now is overdue.");
  expect(means("2026-05-20").Dates).toContain("Shorter pauses");
  expect(means("2026-05-20", { published: null }).Dates).toContain("Date your posts");
  expect(means("2026-05-20", { readPages: 1 }).Size).toContain("too little");
  expect(means("2026-05-20", { linkedPages: 60 }).Size).toContain("Enough");
  expect(means("2026-05-20", { words: [] }).Topics).toContain("little in common");
  expect(means("2026-05-20", { medianWords: 400 }).Length).toContain("room");
});
