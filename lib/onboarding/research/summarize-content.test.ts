import { expect, test } from "vitest";
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

test("accounts are picked from links, one a platform, and buttons for sharing are none", () => {
  expect(pickSocials(LINKS)).toEqual([{ platform: "github", url: "https://github.com/heat" }]);
});
