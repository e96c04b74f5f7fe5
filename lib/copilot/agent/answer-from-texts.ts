import "server-only";
import { claimBefore, listMarks } from "../../blog/citations/citation-marks";
import { openCitationFilter } from "../../blog/citations/open-citation-filter";
import type { Passage } from "../../blog/run";
import type { Citation } from "../../blog/schema";
import { findQuote } from "../../blog/sources/find-quote";
import { PASSAGES_ARE_DATA, quotePassages } from "../../calls/quote-into-prompt";
import { LIMITS } from "../../limits/registry";
import { EXA_PRICES } from "../../models/dated-facts";
import type { Texts } from "../actions/action";
import { askModel } from "./ask-model";
import { openCitedGate } from "./keep-cited";
import type { OpenMessage } from "./open-message";
import type { Talk } from "./talk";

const PLAIN = [
  "You answer a question about a text of the user's own, from that text alone, in a few plain sentences.",
  "Where it does not say, say so. Write no URL and no HTML.",
  PASSAGES_ARE_DATA,
].join(" ");
const CITED = [
  "You answer a question from the given passages alone, in one to five plain sentences.",
  "After every sentence cite the passage it rests on as [[S1.p2]], with ids from the list only.",
  "Where the passages do not say, write nothing. Copy numbers, dates and quotations exactly.",
  PASSAGES_ARE_DATA,
].join(" ");
const UNKNOWN = `The sources of this post do not say. A search for more costs about $${EXA_PRICES.search.auto} on your Exa key, and a section can be written with what it finds: ask for “find more sources”.`;

/**
 * Answers from texts, in a call that has no tools: whatever they say, nothing can be called. From
 * passages only sentences that cite them are let through.
 *
 * @returns what the marks of the answer rest on.
 */
export async function answerFromTexts(
  talk: Talk,
  texts: Texts,
  { say, text }: OpenMessage,
): Promise<Citation[]> {
  const cited = texts.kind === "cited";
  const passages = texts.passages.map((passage) => ({ ...passage }));
  const filter = openCitationFilter(new Set(cited ? passages.map(({ id }) => id) : []));
  const gate = cited ? openCitedGate(passages) : { push: (all: string) => all, end: () => "" };
  await askModel(talk, {
    system: cited ? CITED : PLAIN,
    prompt: describeQuestion(texts),
    maxOutputTokens: LIMITS.outputTokens.assistantReading,
    onText: (piece) => say(gate.push(filter.push(piece).text)),
  });
  say(gate.push(filter.end().text) + gate.end());
  if (cited && text() === "") say(UNKNOWN);
  return cited ? listCitations(text(), texts, passages) : [];
}

function describeQuestion({ topic, question, passages }: Texts): string {
  return [
    `Topic: ${topic.replace(/\s+/g, " ")}`,
    `Heading: ${question.replace(/\s+/g, " ")}`,
    "Target words: 80",
    "Passages:",
    ...quotePassages(passages),
  ].join("\n");
}

function listCitations(answer: string, { sources }: Texts, passages: Passage[]): Citation[] {
  return listMarks(answer).flatMap((passageId) => {
    const passage = passages.find(({ id }) => id === passageId);
    const source = sources.find(({ id }) => id === passage?.sourceId);
    if (!passage || !source) return [];
    const quote = findQuote(passage.text, claimBefore(answer, passageId));
    const { id: sourceId, title, url } = source;
    return [{ sectionId: "", passageId, sourceId, title, url, quote }];
  });
}
