import "server-only";
import { quotePassages } from "../../calls/quote-into-prompt";
import { toSingleSpaces } from "../../text/plain-text";
import { quoteDraft } from "../citations/quote-draft";
import { describeRequest } from "../describe-request";
import type { ReviseBody } from "../edit/schema";
import { POLISH_TASK } from "../polish-section";
import type { EndedPost } from "../posts/lock-ended";
import type { Passage } from "../run";
import type { Section } from "../schema";
import { describeNeighbours } from "./describe-neighbours";

const TASKS = {
  polish: POLISH_TASK,
  rewrite: "rewrite the draft as the instruction says",
  expand: "expand the draft with more detail from the passages",
  shorten: "shorten the draft to about half and keep its most important claims",
  tone: "rewrite the draft in another tone and change none of its facts",
  sources: "expand the draft with what the passages add, and keep its own sentences",
  flow: "smooth the transitions: rewrite the first and the last sentence of the draft so that it follows from its neighbours, and keep every sentence between them as it is",
} satisfies Record<ReviseBody["action"], string>;

/** What is revised, how, and what it may draw on. */
export type Revision = {
  post: EndedPost;
  section: Section;
  body: ReviseBody;
  passages: Passage[];
};

/** The prompt of a revision: the task first, data between markers that nothing in it can know. */
export function describeRevision({ post, section, body, passages }: Revision): string {
  const { request, document } = post;
  const { action, instruction, tone, audience } = body;
  const asked = { ...request, ...(tone ? { tone } : {}), ...(audience ? { audience } : {}) };
  const others = document.sections.filter(({ id }) => id !== section.id);
  return [
    `Task: ${TASKS[action]}`,
    ...(instruction ? [`Instruction: ${toSingleSpaces(instruction)}`] : []),
    ...describeRequest(asked),
    `Title: ${toSingleSpaces(document.title)}`,
    `Section heading: ${toSingleSpaces(section.heading)}`,
    `Other sections: ${others.map(({ heading }) => toSingleSpaces(heading)).join("; ")}`,
    ...quoteDraft(section.markdown),
    "Passages:",
    ...quotePassages(passages),
    ...(action === "flow" ? describeNeighbours(document, section.id) : []),
  ].join("\n");
}
