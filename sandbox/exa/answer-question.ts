import type { z } from "zod";
import type { Corpus } from "../corpus/load-corpus";
import { pickHighlights } from "../corpus/pick-highlights";
import { priceAnswer } from "./price-request";
import { renderResult } from "./render-result";
import type { AnswerBody } from "./schema";

/** `POST /answer`: the best sentences of the best pages, with those pages as citations. */
export function answerQuestion(corpus: Corpus, { query, text }: z.infer<typeof AnswerBody>) {
  const pages = corpus
    .rank(query)
    .slice(0, 4)
    .map(({ page }) => page);
  const sentences = pages.flatMap((page) => pickHighlights(page.text, query, 1));
  const answer = sentences.map(({ sentence }) => sentence).join(" ");
  return {
    answer: answer || "The corpus holds nothing about this.",
    citations: pages.map((page) => renderResult(page, { text }, query)),
    costDollars: priceAnswer(),
  };
}
