import { z } from "zod";
import { AppError, type ErrorCode } from "../errors";
import { requestId } from "./request-id";

/** The largest count that a ledger row can hold; whatever is no such count is as good as absent. */
const count = z.int().min(0).max(2_147_483_647).optional().catch(undefined);
const word = z.string().min(1).max(200).optional().catch(undefined);

/** A part of a reply as it came, so that what a caller must send back is not lost. */
const part = z.looseObject({
  text: z.string().optional().catch(undefined),
  thought: z.boolean().optional().catch(undefined),
});
export type GeminiPart = z.infer<typeof part>;

const candidate = z
  .object({
    content: z.object({ parts: z.array(z.unknown()).catch([]) }).catch({ parts: [] }),
    finishReason: word,
  })
  .catch({ content: { parts: [] }, finishReason: undefined });

const usageMetadata = z.object({
  promptTokenCount: count,
  cachedContentTokenCount: count,
  candidatesTokenCount: count,
  thoughtsTokenCount: count,
  totalTokenCount: count,
});

/** One frame of a stream: any field may be absent, null or of another type. */
const chunk = z.object({
  candidates: z.array(candidate).catch([]),
  promptFeedback: z.object({ blockReason: word }).optional().catch(undefined),
  usageMetadata: usageMetadata.optional().catch(undefined),
  modelVersion: requestId,
  responseId: requestId,
});

/**
 * Tokens billed so far; the figures are cumulative. A count that the provider did not send is absent.
 * `inputTokens` include `cachedTokens`, `outputTokens` include `thoughtTokens`.
 */
export type TokenUsage = {
  inputTokens?: number | undefined;
  cachedTokens?: number | undefined;
  outputTokens?: number | undefined;
  thoughtTokens?: number | undefined;
};

/** What one frame says. `text` is without thoughts; `parts` are all of them, as they came. */
export type GeminiChunk = {
  text: string;
  parts: GeminiPart[];
  usage: TokenUsage | undefined;
  /** The model that was billed, and Google's own id of the reply. */
  billedModel: string | undefined;
  responseId: string | undefined;
  finishReason: string | undefined;
};

/**
 * Reads one frame of a Gemini stream. @throws AppError for a blocked prompt and for what is no frame.
 */
export function readGeminiChunk(frame: unknown): GeminiChunk {
  const read = chunk.safeParse(frame);
  if (!read.success) throw new AppError("reply_malformed", { provider: "gemini" });
  const { candidates, promptFeedback, usageMetadata: usage, ...ids } = read.data;
  if (promptFeedback?.blockReason) throw toVerdict(promptFeedback.blockReason);
  const parts = (candidates[0]?.content.parts ?? []).flatMap(readPart);
  const said = parts.filter(({ thought }) => !thought);
  return {
    text: said.map(({ text }) => text ?? "").join(""),
    parts,
    usage: usage && toUsage(usage),
    billedModel: ids.modelVersion?.replace(/^models\//, ""),
    responseId: ids.responseId,
    finishReason: candidates[0]?.finishReason,
  };
}

function readPart(one: unknown): GeminiPart[] {
  const read = part.safeParse(one);
  return read.success ? [read.data] : [];
}

/** A total gives the input where only that is missing. */
function toUsage(usage: z.infer<typeof usageMetadata>): TokenUsage | undefined {
  const {
    candidatesTokenCount: said,
    thoughtsTokenCount: thoughts,
    totalTokenCount: total,
  } = usage;
  const outputTokens =
    said === undefined && thoughts === undefined ? undefined : (said ?? 0) + (thoughts ?? 0);
  const rest = total !== undefined && outputTokens !== undefined ? total - outputTokens : undefined;
  const inputTokens =
    usage.promptTokenCount ?? (rest !== undefined && rest >= 0 ? rest : undefined);
  const cached = usage.cachedContentTokenCount;
  const cachedTokens =
    cached === undefined || inputTokens === undefined ? undefined : Math.min(cached, inputTokens);
  const read = { inputTokens, cachedTokens, outputTokens, thoughtTokens: thoughts };
  return Object.values(read).every((value) => value === undefined) ? undefined : read;
}

/** Later figures replace earlier ones, each by itself: the last frame may hold only some of them. */
export function mergeUsage(
  earlier: TokenUsage | undefined,
  later: TokenUsage | undefined,
): TokenUsage | undefined {
  if (!earlier || !later) return later ?? earlier;
  const said = Object.entries(later).filter(([, value]) => value !== undefined);
  return { ...earlier, ...Object.fromEntries(said) };
}

/** A filter has read the text and refused it; every other reason says nothing of the text. */
const VERDICTS = new Set([
  "SAFETY",
  "RECITATION",
  "BLOCKLIST",
  "PROHIBITED_CONTENT",
  "SPII",
  "MODEL_ARMOR",
]);

/**
 * What a stream that has ended means. @throws AppError unless it ended as it should: cut off, too
 * long, refused by a filter, or malformed, which is worth another try.
 */
export function requireFinish(reason: string | undefined): void {
  if (reason === "STOP") return;
  const fail = (code: ErrorCode) => new AppError(code, { provider: "gemini" });
  if (!reason) throw fail("reply_cut_off");
  if (reason === "MAX_TOKENS") throw fail("reply_too_long");
  throw toVerdict(reason);
}

function toVerdict(reason: string): AppError {
  const code = VERDICTS.has(reason) ? "content_blocked" : "reply_malformed";
  return new AppError(code, { provider: "gemini" });
}
