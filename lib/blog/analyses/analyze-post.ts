import "server-only";
import { z } from "zod";
import { askGemini } from "../../calls/call-gemini";
import { PASSAGES_ARE_DATA, quotePassages } from "../../calls/quote-into-prompt";
import { AppError } from "../../errors";
import type { EmitWork } from "../../http/schema";
import { LIMITS } from "../../limits/registry";
import type { ReplySchema } from "../../providers/reply-schema";
import { cleanProposedLine } from "../../text/clean-proposed-line";
import { cutText } from "../../text/cut-text";
import { toSingleSpaces } from "../../text/plain-text";
import { describeRequest } from "../describe-request";
import { runTool, type Tool } from "../tools/open-tool";
import { keepAnalysis } from "./keep-analysis";
import { placeFinding } from "./place-finding";
import { QUESTIONS } from "./questions";
import { readSections } from "./read-sections";
import type { Analysis, AnalysisBody } from "./schema";

const MOST = 8;
const RULES = [
  "Reply with JSON of the given schema: a summary of one or two sentences, and the findings that matter most, the",
  `most useful first, ${MOST} at the most, none where nothing is wrong. Each names its section by its id, quotes in`,
  "`words` up to 25 words of that section exactly as they stand there, says in one sentence what the problem is and",
  "in one or two what to do about it. Praise nothing, and invent no figure. Write in the language of the post.",
  PASSAGES_ARE_DATA,
].join(" ");
const text: ReplySchema = { type: "string" };
const replySchema: ReplySchema = {
  type: "object",
  properties: {
    summary: text,
    findings: {
      type: "array",
      maxItems: MOST,
      items: {
        type: "object",
        properties: { section: text, words: text, problem: text, advice: text },
        required: ["section", "words", "problem", "advice"],
      },
    },
  },
  required: ["summary", "findings"],
};

const line = (max: number) => z.string().transform((said) => cutText(cleanProposedLine(said), max));
const reply = z.object({
  summary: line(500),
  findings: z
    .array(
      z.object({
        section: z.string().catch(""),
        words: z.string().catch(""),
        problem: line(400),
        advice: line(600),
      }),
    )
    .transform((all) => all.filter(({ problem, advice }) => problem && advice).slice(0, MOST)),
});

type Asked = { body: AnalysisBody; emit: EmitWork; signal: AbortSignal };

/**
 * Asks the user's model what it would change of a post, and keeps the answer with the post. It changes
 * nothing: what is quoted stands in the post word for word, or is left out.
 *
 * @throws AppError `nothing_written` when no section has a word.
 */
export async function analyzePost(tool: Tool, { body, emit, signal }: Asked): Promise<Analysis> {
  const { user, post } = tool;
  const question = QUESTIONS[body.kind];
  const sections = readSections(post.document);
  if (sections.every((section) => section.text === "")) throw new AppError("nothing_written");
  const passages = sections.map(({ id, text: whole }) => ({
    id,
    text: question.read(whole, body.depth),
  }));
  const call = {
    operation: `analysis-${body.kind}`,
    system: `${question.system} ${RULES}`,
    prompt: describePost(tool, body, passages),
    maxOutputTokens: LIMITS.outputTokens.analysis,
    json: replySchema,
  };
  emit("progress", { done: 0, total: 1, label: question.label });
  const { summary, findings } = await runTool(tool, { emit, signal }, (caller) =>
    askGemini(caller, call, reply),
  );
  const data = { summary, findings: findings.map((finding) => placeFinding(finding, sections)) };
  return keepAnalysis(user, post.id, { kind: body.kind, version: post.version, ...data });
}

function describePost(
  { post }: Tool,
  { kind }: AnalysisBody,
  passages: { id: string; text: string }[],
): string {
  const { request, document } = post;
  const question = QUESTIONS[kind];
  return [
    `Task: ${question.task}`,
    ...describeRequest(request),
    `Title: ${document.title}`,
    ...[...question.describe(document), ...document.sections.map(nameSection)].map(toSingleSpaces),
    "Sections, in order:",
    ...quotePassages(passages),
  ].join("\n");
}

function nameSection({ id, heading }: { id: string; heading: string }): string {
  return `Heading of ${id}: ${heading}`;
}
