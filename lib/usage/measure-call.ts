import { AppError, type ErrorCode } from "../errors";
import { type CallResult, NOTHING_OWED } from "./ledger";
import { priceTokens } from "./prices";

const CHARACTERS_PER_TOKEN = 4;
/** The connection broke, or the answer was none: the provider may have worked, and billed, all the same. */
const UNCERTAIN = new Set(["provider_unreachable", "reply_cut_off", "reply_malformed"]);

/** What is known of a model call that has ended. Token counts are the provider's own, cumulative. */
export type CallMeter = {
  model: string;
  /** Tokens of the prompt, estimated before the call. */
  promptTokens: number;
  textLength: number;
  usage: { inputTokens: number; outputTokens: number } | undefined;
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
 * where the call was stopped or cut off.
 */
export function measureCall({
  model,
  promptTokens,
  textLength,
  usage,
  failure,
}: CallMeter): CallResult {
  if (failure === undefined && usage) {
    const costUsd = priceTokens(model, usage.inputTokens, usage.outputTokens);
    return { status: "settled", ...usage, costUsd, costBasis: "priced" };
  }
  const error = nameFailure(failure);
  if (!usage && textLength === 0 && isRefusal(failure)) return { ...NOTHING_OWED, ...error };
  const inputTokens = usage?.inputTokens ?? promptTokens;
  const written = Math.ceil(textLength / CHARACTERS_PER_TOKEN);
  const outputTokens = Math.max(usage?.outputTokens ?? 0, written);
  const costUsd = priceTokens(model, inputTokens, outputTokens);
  return {
    status: "estimated",
    inputTokens,
    outputTokens,
    costUsd,
    costBasis: "estimated",
    ...error,
  };
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

function nameFailure(failure: unknown): { errorCode?: ErrorCode } {
  return failure instanceof AppError ? { errorCode: failure.code } : {};
}

function isRefusal(failure: unknown): boolean {
  return failure instanceof AppError && !UNCERTAIN.has(failure.code);
}
