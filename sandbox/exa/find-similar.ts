import type { z } from "zod";
import type { Corpus } from "../corpus/load-corpus";
import { passesDomains } from "./filter-domains";
import { priceSearch } from "./price-request";
import type { SimilarBody } from "./schema";
import { renderRanked } from "./search-pages";

/** `POST /findSimilar`: a search for the title and description of the page; an unknown page is like none. */
export function findSimilar(corpus: Corpus, input: z.infer<typeof SimilarBody>) {
  const source = corpus.pages.get(input.url.replace(/\/$/, ""));
  const query = source ? `${source.title} ${source.description}` : "";
  const host = source ? [new URL(source.url).hostname] : [];
  const excludeDomains = [
    ...(input.excludeDomains ?? []),
    ...(input.excludeSourceDomain ? host : []),
  ];
  const ranked = corpus
    .rank(query)
    .filter(({ page }) => page.url !== source?.url)
    .filter(({ page }) => passesDomains(page.url, { ...input, excludeDomains }));
  return {
    results: renderRanked(ranked.slice(0, input.numResults), input.contents, query),
    costDollars: priceSearch("auto", input.numResults),
  };
}
