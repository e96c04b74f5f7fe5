import "server-only";
import { randomUUID } from "node:crypto";
import { quotePassages } from "../../calls/quote-into-prompt";
import { toSingleSpaces } from "../../text/plain-text";
import { describeRequest } from "../describe-request";
import type { ContinueBody } from "../edit/schema";
import type { EndedPost } from "../posts/lock-ended";
import type { Passage } from "../run";
import type { Section } from "../schema";

const MARK = /\[\^(S\d+\.p\d+)\]/g;
const MARKER = /<\s*\/?\s*(?:draft|cursor|passage|author)\b[^>]*>?/giu;

/** Where something comes next, and what it may draw on. */
export type Place = {
  post: EndedPost;
  section: Section;
  body: ContinueBody;
  passages: Passage[];
};

/** The prompt of a continuation: the task first, data between markers that nothing in it can know. */
export function describeContinuation({ post, section, body, passages }: Place): string {
  const { request, document } = post;
  const nonce = randomUUID();
  const others = document.sections.filter(({ id }) => id !== section.id);
  return [
    "Task: continue the draft at its cursor",
    ...describeRequest(request),
    `Title: ${toSingleSpaces(document.title)}`,
    `Section heading: ${toSingleSpaces(section.heading)}`,
    `Other sections: ${others.map(({ heading }) => toSingleSpaces(heading)).join("; ")}`,
    ...(body.wish ? [`Wanted at the cursor: ${toSingleSpaces(defuse(body.wish))}`] : []),
    `<draft nonce="${nonce}">`,
    `${defuse(body.before)} <cursor nonce="${nonce}"/>${body.after ? ` ${defuse(body.after)}` : ""}`,
    `</draft nonce="${nonce}">`,
    "Passages:",
    ...quotePassages(passages),
  ].join("\n");
}

function defuse(markdown: string): string {
  return markdown.replace(MARKER, "").replace(MARK, "[[$1]]");
}
