import "server-only";
import { z } from "zod";
import { askGemini } from "../../calls/call-gemini";
import type { Caller } from "../../calls/caller";
import { PASSAGES_ARE_DATA, quotePassages } from "../../calls/quote-into-prompt";
import { LIMITS } from "../../limits/registry";
import type { ReplySchema } from "../../providers/reply-schema";
import { cutText } from "../../text/cut-text";
import { plainText } from "../../text/plain-text";
import type { Passage } from "../run";
import type { Claim } from "../schema";
import { findVerbatim } from "./find-verbatim";

const MOST_CLAIMS = 80;
const LONGEST_REASON = 240;
const SYSTEM = [
  "You check the citations of a blog post. For each claim say whether the passages that it cites say the same:",
  "supported when they state all of it, partly when they state a part, unsupported when they do not state it or contradict it.",
  "evidenceQuote is copied word for word from one of the claim's own passages; leave it empty when there is none.",
  "reason is one short sentence for the author. Judge by the passages alone, never by what you know.",
  "The claims stand between passage markers too, with ids such as C1; C1.doubt is what a comparison of its numbers and names could not find: look for it first.",
  PASSAGES_ARE_DATA,
].join(" ");

const text = { type: "string" } as const;
const replySchema: ReplySchema = {
  type: "object",
  properties: {
    verdicts: {
      type: "array",
      items: {
        type: "object",
        properties: {
          id: text,
          verdict: { type: "string", enum: ["supported", "partly", "unsupported"] },
          evidenceQuote: text,
          reason: text,
        },
        required: ["id", "verdict", "evidenceQuote", "reason"],
      },
    },
  },
  required: ["verdicts"],
};
const verdictSchema = z.object({
  id: z.string(),
  verdict: z.enum(["supported", "partly", "unsupported"]),
  evidenceQuote: z.string().catch(""),
  reason: z.string().catch(""),
});
const replyShape = z.object({ verdicts: z.array(verdictSchema) });
type Judged = z.infer<typeof verdictSchema>;

/**
 * Has a model judge the claims of one section that code has neither refuted nor left without a
 * passage, in one call. A claim is `supported` only where the judge's quotation stands in a passage
 * that it cites. What code has refuted stays refuted.
 *
 * @returns the same claims in the same order.
 * @throws AppError with the code of what happened to the call.
 */
export async function judgeClaims<T extends Claim>(
  caller: Caller,
  claims: readonly T[],
  passages: readonly Passage[],
): Promise<T[]> {
  const open = claims.filter(isOpen).slice(0, MOST_CLAIMS);
  if (open.length === 0) return [...claims];
  const call = { operation: "judge", system: SYSTEM, maxOutputTokens: LIMITS.outputTokens.judge };
  const prompt = buildPrompt(open, passages);
  const { verdicts } = await askGemini(caller, { ...call, prompt, json: replySchema }, replyShape);
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  const judged = new Map(
    open.map((claim, index) => [claim, settle(claim, byId.get(`C${index + 1}`), passages)]),
  );
  return claims.map((claim) => judged.get(claim) ?? claim);
}

/** True for a claim that a judge has something to read for. */
function isOpen({ level, passageIds }: Claim): boolean {
  return level === "unsure" && passageIds.length > 0;
}

function buildPrompt(claims: readonly Claim[], passages: readonly Passage[]): string {
  const cited = new Set(claims.flatMap(({ passageIds }) => passageIds));
  const sentences = claims.flatMap(({ text: sentence, reason }, index) => [
    { id: `C${index + 1}`, text: sentence },
    ...(reason === null ? [] : [{ id: `C${index + 1}.doubt`, text: reason }]),
  ]);
  return [
    "Judge each claim against the passages that it cites.",
    "Passages:",
    ...quotePassages(passages.filter(({ id }) => cited.has(id))),
    "Claims:",
    ...quotePassages(sentences),
    "What each claim cites:",
    ...claims.map(({ passageIds }, index) => `C${index + 1} [${passageIds.join("] [")}]`),
  ].join("\n");
}

/** What a verdict makes of a claim: only words that stand in a cited passage turn it green. */
function settle<T extends Claim>(
  claim: T,
  judged: Judged | undefined,
  passages: readonly Passage[],
): T {
  if (!judged) return claim;
  const reason = cutText(plainText(judged.reason), LONGEST_REASON) || null;
  const cited = passages.filter(({ id }) => claim.passageIds.includes(id));
  const quote = cited
    .map((passage) => findVerbatim(passage.text, judged.evidenceQuote))
    .find((found) => found !== null);
  if (judged.verdict === "unsupported")
    return {
      ...claim,
      level: "unsupported",
      reason: reason ?? "The cited passage does not say this.",
    };
  if (judged.verdict === "partly")
    return {
      ...claim,
      quote: quote ?? claim.quote,
      reason: reason ?? "The source says part of this.",
    };
  if (quote === undefined)
    return { ...claim, reason: "No words of the cited passage were found that say this." };
  return { ...claim, level: "supported", quote, reason: null };
}
