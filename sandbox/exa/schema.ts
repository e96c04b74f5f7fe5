import { z } from "zod";

const Text = z.union([
  z.boolean(),
  z.looseObject({ maxCharacters: z.int().positive().optional() }),
]);
const Highlights = z.union([
  z.boolean(),
  z.looseObject({
    query: z.string().optional(),
    numSentences: z.int().positive().optional(),
    highlightsPerUrl: z.int().positive().optional(),
    maxCharacters: z.int().positive().optional(),
  }),
]);
const Summary = z.union([z.boolean(), z.looseObject({ query: z.string().optional() })]);

/** What to return of each page. */
export const PageParts = z.looseObject({
  text: Text.optional(),
  highlights: Highlights.optional(),
  summary: Summary.optional(),
});
export type PageParts = z.infer<typeof PageParts>;

const Filters = {
  numResults: z.int().min(1).max(100).default(10),
  includeDomains: z.array(z.string()).max(1200).optional(),
  excludeDomains: z.array(z.string()).max(1200).optional(),
  contents: PageParts.optional(),
};

export const SearchBody = z.looseObject({
  query: z.string().min(1),
  type: z
    .enum([
      "auto",
      "lite",
      "deep",
      // Legacy, still answered.
      "fast",
      "instant",
      "deep-reasoning",
    ])
    .default("auto"),
  category: z.string().optional(),
  startPublishedDate: z.string().optional(),
  endPublishedDate: z.string().optional(),
  ...Filters,
});

export const SimilarBody = z.looseObject({
  url: z.string().min(1),
  excludeSourceDomain: z.boolean().default(false),
  ...Filters,
});

export const ContentsBody = PageParts.extend({
  urls: z.array(z.string()).min(1).max(100).optional(),
  ids: z.array(z.string()).min(1).max(100).optional(),
  subpages: z.int().min(0).max(50).default(0),
  subpageTarget: z.union([z.string(), z.array(z.string())]).optional(),
  extras: z.looseObject({ links: z.int().min(0).max(1_000).default(0) }).optional(),
});

export const AnswerBody = z.looseObject({
  query: z.string().min(1),
  stream: z.boolean().default(false),
  text: z.boolean().default(false),
});
