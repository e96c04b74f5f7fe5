import { AppError } from "../errors";
import { type BilledTokens, type ModelPrice, priceTokens } from "../models/price-tokens";
import type { TokenUsage } from "../providers/read-gemini-chunk";
import { type CallResult, NOTHING_OWED } from "./ledger";

const CHARACTERS_PER_TOKEN = 4;
/** The connection broke, or the answer was none: the provider may have worked, and billed, all the same. */
const UNCERTAIN = new Set(["provider_unreachable", "reply_cut_off", "reply_malformed"]);
/** The reply had come to its end, and so had its counts, though it was of no use. */
const ENDED = new Set([
  "reply_too_long",
  "thoughts_too_long",
  "content_blocked",
  "reply_malformed",
]);

/** What is known of a model call that has ended. Token counts are the provider's own, cumulative. */
export type CallMeter = {
  /** The model that was asked, and the one that the provider says it billed. */
  model: string;
  billedModel?: string | undefined;
  responseId?: string | undefined;
  /** The price of a model on the day of the call; undefined where none is known. */
  priceOf: (model: string) => ModelPrice | undefined;
  /** Tokens of the prompt, estimated before the call. */
  promptTokens: number;
  textLength: number;
  usage: TokenUsage | undefined;
  /** What ended the call, if not its own end. */
  failure: unknown;
};

/** Tokens of a text, estimated: Latin script has about four characters to a token, others about one. */
export function countTokens(text: string): number {
  const others = text.match(/[^\p{ASCII}\p{Script=Latin}]/gu)?.length ?? 0;
  return Math.ceil((text.length - others) / CHARACTERS_PER_TOKEN) + others;
}

/**
 * What a call cost: exact where the provider said so, nothing where it refused the call, estimated
 * where the call was stopped or cut off or the provider's counts are incomplete. A model without a
 * price has tokens and no cost.
 */
export function measureCall(meter: CallMeter): CallResult {
  const { usage, textLength, failure } = meter;
  if (!usage && textLength === 0 && isRefusal(failure))
    return { ...NOTHING_OWED, ...nameFailure(failure) };
  const exact = hasEnded(failure) ? readExact(meter) : undefined;
  const tokens = exact ?? estimateTokens(meter);
  const price = meter.priceOf(meter.billedModel ?? meter.model);
  const { billedModel, responseId } = meter;
  return {
    status: exact ? "settled" : "estimated",
    ...tokens,
    ...(billedModel ? { billedModel } : {}),
    ...(responseId ? { responseId } : {}),
    costUsd: price ? priceTokens(price, tokens) : null,
    costBasis: price ? (exact ? "priced" : "estimated") : "unpriced",
    ...nameFailure(failure),
  };
}

/** The provider's counts, if they are all there and can be true. */
function readExact({ usage, textLength }: CallMeter): BilledTokens | undefined {
  const { inputTokens, cachedTokens, outputTokens } = usage ?? {};
  if (inputTokens === undefined) return undefined;
  if (outputTokens === undefined || (outputTokens === 0 && textLength > 0)) return undefined;
  return { inputTokens, ...(cachedTokens ? { cachedTokens } : {}), outputTokens };
}

function estimateTokens({ usage, promptTokens, textLength }: CallMeter): BilledTokens {
  const inputTokens = usage?.inputTokens ?? promptTokens;
  const cachedTokens = usage?.cachedTokens;
  const written = Math.ceil(textLength / CHARACTERS_PER_TOKEN);
  const outputTokens = Math.max(usage?.outputTokens ?? 0, written);
  return { inputTokens, ...(cachedTokens ? { cachedTokens } : {}), outputTokens };
}

function hasEnded(failure: unknown): boolean {
  return failure === undefined || (failure instanceof AppError && ENDED.has(failure.code));
}

/**
 * What a call cost that gives its price with its answer, when there was none: nothing where it was
 * refused, and what it would have cost where the provider may have worked all the same.
 */
export function measureFailure(failure: unknown, costUsd: number): CallResult {
  const error = nameFailure(failure);
  if (isRefusal(failure)) return { ...NOTHING_OWED, ...error };
  return { status: "estimated", costUsd, costBasis: "estimated", ...error };
}

function nameFailure(failure: unknown): Pick<CallResult, "errorCode" | "responseId"> {
  if (!(failure instanceof AppError)) return {};
  const { responseId } = failure.context;
  return { errorCode: failure.code, ...(responseId ? { responseId } : {}) };
}

function isRefusal(failure: unknown): boolean {
  return failure instanceof AppError && !UNCERTAIN.has(failure.code);
}
