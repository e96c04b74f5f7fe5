import { expect, test } from "vitest";
import { explainContent } from "@/app/(product)/onboarding/_steps/research/explain-content";
import { pickSocials } from "./pick-socials";
import { contentOverview } from "./schema";
import { summarizeContent } from "./summarize-content";

const URL_OF_SITE = "https://heat.example";
const page = (path: string, text: string, publishedDate?: string) => ({
  url: `${URL_OF_SITE}/${path}`,
  text,
  publishedDate,
});
const PAGES = [
  page("", "Radiators and boilers for houses that are older than their owners."),
  page(
    "a",
    "Which radiators fit a boiler, and which radiators do not?",
    "2026-01-10T09:00:00.000Z",
  ),
  page("b", "A boiler needs water; radiators need air let out.", "2026-01-24"),
  page("c", "Windows first.", "2026-05-01T00:00:00Z"),
];
const LINKS = [
  `${URL_OF_SITE}/a`,
  `${URL_OF_SITE}/a#top`,
  "https://www.heat.example/b/",
  "https://github.com/heat",
  "https://x.com/intent/tweet",
  "not a link",
];

test("pages, links, words and pauses of a site are counted", () => {
  const found = summarizeContent({ url: URL_OF_SITE, links: LINKS, pages: PAGES });
  expect(contentOverview.parse(found)).toEqual({
    linkedPages: 2,
    readPages: 4,
    medianWords: 10,
    words: [
      { word: "radiators", pages: 3 },
      { word: "boiler", pages: 2 },
    ],
    published: {
      datedPages: 3,
      first: "2026-01-10",
      last: "2026-05-01",
      longestPauseDays: 97,
    },
  });
});

test("a site without text has no overview, and one without dates says so", () => {
  expect(summarizeContent({ url: URL_OF_SITE, links: [], pages: [] })).toBeNull();
  expect(summarizeContent({ url: URL_OF_SITE, links: [], pages: [page("", " ")] })).toBeNull();
  const undated = summarizeContent({
    url: URL_OF_SITE,
    links: [],
    pages: [page("", "Words", "yesterday"), page("a", "Words", "2026-01-01")],
  });
  expect(undated).toMatchObject({ published: null, linkedPages: 0 });
});

test("what was counted is explained with what follows from it", () => {
  const content = contentOverview.parse(
    summarizeContent({ url: URL_OF_SITE, links: LINKS, pages: PAGES }),
  );
  const means = (today: string, part = {}) =>
    Object.fromEntries(
      explainContent({ ...content, ...part }, new Date(today)).map((one) => [one.name, one.means]),
    );
  expect(means("2026-09-01").Dates).toBe("Nothing newer for 123 days: a post now is overdue.");
  expect(means("2026-05-20").Dates).toContain("Shorter pauses");
  expect(means("2026-05-20", { published: null }).Dates).toContain("Date your posts");
  expect(means("2026-05-20", { readPages: 1 }).Size).toContain("too little");
  expect(means("2026-05-20", { words: [] }).Topics).toContain("little in common");
  const [size, , topics, dates] = explainContent(content, new Date("2026-05-20"));
  expect(size?.found).toBe("4 pages read; the front page links to 2 of its own.");
  expect(topics?.found).toBe("Most shared: radiators (3 pages), boiler (2 pages).");
  expect(dates?.found).toContain("from 10 Jan 2026 to 1 May 2026, the longest pause 97 days.");
});

test("accounts are picked from links, one a platform, and buttons for sharing are none", () => {
  expect(pickSocials(LINKS)).toEqual([{ platform: "github", url: "https://github.com/heat" }]);
});
