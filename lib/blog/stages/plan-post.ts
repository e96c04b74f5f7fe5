import "server-only";
import { z } from "zod";
import { askGemini } from "../../calls/call-gemini";
import { LIMITS } from "../../limits/registry";
import { plainTitle } from "../../markdown/plain-title";
import type { ReplySchema } from "../../providers/reply-schema";
import { plainText } from "../../text/plain-text";
import { AUTHOR_LINES_ARE_STYLE, describeAuthor } from "../author/describe-author";
import { describeRequest } from "../describe-request";
import { listWanted } from "../outline/list-wanted";
import type { Plan, Run } from "../run";

const SYSTEM = [
  "You plan blog posts that rest on sources. Reply with JSON of the given schema. Queries are what one would type into a web search; headings are short and specific.",
  AUTHOR_LINES_ARE_STYLE,
].join(" ");

/** What a model may put into a heading: words, no address and no markup. */
const heading = z
  .string()
  .transform((words) => plainTitle(words))
  .pipe(z.string().min(1).max(300));
const line = z.string().transform(plainText).pipe(z.string().min(1).max(300));
const planSchema = z.object({
  title: heading,
  angle: z.string().max(1_000),
  audience: z.string().max(500),
  language: z.string().max(60),
  queries: z.array(line).min(1).max(6),
  headings: z.array(heading).min(1).max(12),
});

const text = { type: "string" } as const;
const replySchema: ReplySchema = {
  type: "object",
  properties: {
    title: text,
    angle: text,
    audience: text,
    language: text,
    queries: { type: "array", items: text, minItems: 3, maxItems: 6 },
    headings: { type: "array", items: text, minItems: 5, maxItems: 8 },
  },
  required: ["title", "angle", "audience", "language", "queries", "headings"],
};

/** Plan: one structured call gives the title, the angle, 3 to 6 queries and 5 to 8 headings. */
export async function planPost(run: Run): Promise<Plan> {
  const prompt = [
    "Plan a blog post.",
    ...describeRequest(run.request),
    ...describeAuthor(run.author),
  ].join("\n");
  const maxOutputTokens = LIMITS.outputTokens.plan;
  const call = { operation: "plan", system: SYSTEM, prompt, maxOutputTokens };
  const plan = await askGemini(run, { ...call, json: replySchema }, planSchema);
  const { outline } = run.request;
  return outline ? { ...plan, headings: listWanted(outline).map(({ heading }) => heading) } : plan;
}
