import { describe, expect, test } from "vitest";
import { emptyDocument } from "../blog/apply-event";
import type { PostDocument } from "../blog/schema";
import { countKeyword } from "./count-keyword";
import { mendSeo } from "./mend-seo";
import { rateDensity } from "./rate-density";
import { scorePost } from "./score-post";
import { slugNames } from "./slug-names";

const FILLER =
  "Read what it costs, whom it helps, and which mistakes are made by nearly everybody at first. Then decide with a clear head, and write down why, so that others can follow. ".repeat(
    3,
  );
const FILLER_DE =
  "Wer das bedenkt, spart Geld und Zeit. Danach lohnt ein Blick auf die Kosten, die jeder anders rechnet, und auf den Lärm vor dem Fenster der Nachbarn. ".repeat(
    4,
  );

/** A post as a run writes one: each section says something of the subject, and more beside. */
const makePost = (title: string, headings: string[], said: string[], filler = FILLER) =>
  ({
    ...emptyDocument(title),
    title,
    sections: said.map((text, index) => ({
      id: `sec-${index}`,
      heading: headings[index] ?? "More of it",
      sourceIds: [],
      markdown: `${text} ${filler}`,
    })),
  }) satisfies PostDocument;

const POSTS = {
  "a long topic": {
    proposed: "How sourdough starters survive a long cold winter in old farm houses",
    post: makePost(
      "How sourdough starters survive a long cold winter in old farm houses",
      ["What sourdough starters need", "When it is cold"],
      [
        "A sourdough starter lives on flour and water.",
        "In a cold house sourdough starters rise slowly.",
        "Feed the sourdough starter every other day.",
      ],
    ),
  },
  "a plural": {
    proposed: "electric bicycles for commuters",
    post: makePost(
      "Electric bicycles for commuters",
      ["Why an electric bicycle", "What it costs"],
      [
        "An electric bicycle takes its commuter up the hill.",
        "Commuters charge an electric bicycle at work.",
        "Each electric bicycle for a commuter needs a lock.",
      ],
    ),
  },
  "a hyphen": {
    proposed: "server-side rendering",
    post: makePost(
      "Server-side rendering, explained",
      ["What server side rendering does", "What it costs"],
      [
        "Server side rendering sends a page that is made.",
        "Rendering on the server side costs time there.",
        "Server-side rendering can be kept.",
      ],
    ),
  },
  "quotation marks": {
    proposed: "“use cache” directive",
    post: makePost(
      'The "use cache" directive',
      ["What the 'use cache' directive keeps", "How long"],
      [
        "The “use cache” directive keeps what a function gave.",
        "A directive named 'use cache' stands on the first line.",
        'Write the "use cache" directive once.',
      ],
    ),
  },
  "an umlaut and another case": {
    proposed: "Wärmepumpe im Altbau",
    post: makePost(
      "Wärmepumpen im Altbau: was zu bedenken ist",
      ["Was Wärmepumpen im Altbau leisten", "Was sie kosten"],
      [
        "Wärmepumpen im Altbau brauchen große Heizkörper.",
        "Im alten Haus, dem Altbau, läuft die Wärmepumpe leise.",
        "Eine Wärmepumpe im Altbau wird erst geplant und dann gekauft.",
      ],
      FILLER_DE,
    ),
  },
  "another order": {
    proposed: "Next.js caching",
    post: makePost(
      "Caching in Next.js: what to decide first",
      ["What caching in Next.js is about", "What it costs"],
      [
        "Caching in Next.js keeps what was made once.",
        "A cache of Next.js is asked first.",
        "Next.js caches each page.",
      ],
    ),
  },
} satisfies Record<string, { proposed: string; post: PostDocument }>;

describe.each(Object.entries(POSTS))("%s", (_, { proposed, post }) => {
  test.each([proposed, ""])("gives a keyword that no check faults, proposed: %j", (keyword) => {
    const seo = mendSeo({ keyword }, post);
    const { parts } = scorePost({ ...post, seo });
    const found = parts.find(({ id }) => id === "keywords")?.findings ?? [];
    const faults = found.filter(({ ok }) => !ok).map(({ message }) => message);
    expect(faults, seo.keyword).toEqual([]);
  });
});

test.each([
  [694, "Next.js", 3],
  [1_200, "heat pump", 3],
  [5_000, "heat pump", 10],
  [200, "heat", 1],
])(
  "in %i words, naming “%s” %i times is enough, and once less is said to be too few",
  (words, keyword, enough) => {
    const rate = (times: number) =>
      rateDensity({ text: `${keyword}. `.repeat(times), words }, keyword);
    expect(rate(enough)).toMatchObject({ times: enough, enough, value: 1, isStuffed: false });
    expect(rate(enough - 1).value).toBeLessThan(1);
  },
);

test("a short keyword that the text uses stays as it was proposed", () => {
  const { post, proposed } = POSTS["another order"];
  expect(mendSeo({ keyword: proposed }, post).keyword).toBe(proposed);
});

test("a keyword has no quotation marks, whole or half", () => {
  const { post, proposed } = POSTS["quotation marks"];
  expect(mendSeo({ keyword: proposed }, post).keyword).toBe("use cache directive");
});

test("what a keyword is not counted in: half of it, another word, another sentence, another name", () => {
  expect(countKeyword("The pump runs.", "heat pump")).toBe(0);
  expect(countKeyword("A heater. Pumping iron.", "heat pump")).toBe(0);
  expect(countKeyword("It stores heat. Pump it up.", "heat pump")).toBe(0);
  expect(countKeyword("C and C# are not it.", "C++")).toBe(0);
  expect(countKeyword("Heat pumps; a pump for heat; heat-pump.", "heat pump")).toBe(3);
});

test("an address names a keyword also where it is spelled together, and one that does not is mended", () => {
  expect(slugNames("nextjs-caching-basics", "Next.js caching")).toBe(true);
  expect(slugNames("warm-rooms", "heat pump")).toBe(false);
  const { post, proposed } = POSTS["a hyphen"];
  const { slug } = mendSeo({ keyword: proposed, slug: "made-early" }, post);
  expect(slug).toContain("server-side-rendering");
});
