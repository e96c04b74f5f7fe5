import "server-only";
import { quotePassages } from "../../calls/quote-into-prompt";
import { cutText } from "../../text/cut-text";
import { toSingleSpaces } from "../../text/plain-text";
import { describeRequest } from "../describe-request";
import type { Passage } from "../run";
import type { Source } from "../schema";
import type { Tool } from "../tools/open-tool";
import type { ImproveOutlineBody } from "./schema";
import { shareWords } from "./share-words";

const EXCERPT = 300;

/** The prompt of another outline: the task first, headings and sources between markers, as data. */
export function describeImprovement({ post, evidence }: Tool, body: ImproveOutlineBody): string {
  const { request, document } = post;
  return [
    "Task: improve the outline",
    `Instruction: ${toSingleSpaces(body.instruction)}`,
    ...describeRequest(request),
    `Title: ${toSingleSpaces(body.title ?? document.title)}`,
    "Present sections, in order:",
    ...quotePassages(describeSections(body, request.wordCount)),
    "Sources, each with how it begins:",
    ...quotePassages(evidence.sources.map((source) => describeSource(source, evidence.passages))),
  ].join("\n");
}

/** What the prompt calls the section at a place, from 0. */
export function labelSection(index: number): string {
  return `H${index + 1}`;
}

function describeSections({ sections }: ImproveOutlineBody, wordCount: number) {
  const shares = shareWords(sections, wordCount);
  return sections.map(({ heading, sourceIds = [] }, index) => {
    const sources = sourceIds.length > 0 ? sourceIds.map(toSingleSpaces).join(", ") : "any";
    const lines = [toSingleSpaces(heading), `Sources: ${sources}`, `Words: ${shares[index]}`];
    return { id: labelSection(index), text: lines.join("\n") };
  });
}

function describeSource({ id, title, url }: Source, passages: Passage[]) {
  const first = passages.find(({ sourceId }) => sourceId === id)?.text ?? "";
  const where = url ? new URL(url).hostname : "the user's notes";
  return {
    id,
    text: `${toSingleSpaces(title)} — ${where}\n${toSingleSpaces(cutText(first, EXCERPT))}`,
  };
}
