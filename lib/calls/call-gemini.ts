import "server-only";
import type { z } from "zod";
import { requireConfig } from "../config/config";
import { AppError } from "../errors";
import { requireApiKey } from "../keys/resolve-api-keys";
import { openPrices } from "../models/find-price";
import { priceTokens } from "../models/price-tokens";
import { limitOutput, streamGemini } from "../providers/gemini";
import type { ToolCall, ToolDeclaration, Turn } from "../providers/gemini-turns";
import type { ReplySchema } from "../providers/reply-schema";
import { boundTokens } from "../usage/bound-tokens";
import { NOTHING_OWED, openLedgerRow, settleLedgerRow } from "../usage/ledger";
import { type CallMeter, countTokens, measureCall } from "../usage/measure-call";
import type { Caller } from "./caller";
import { markRejected } from "./mark-rejected";
import { readJson } from "./read-json";
import { retryCall } from "./retry-call";

/** Whom a thought signature holds for: a model, and a key by its version and its mask. */
export type Holder = string;
/** What a model may have called, and who hears of it. */
type Tools = { declared: readonly ToolDeclaration[]; onCall: (call: ToolCall, by: Holder) => void };

/** One request to the caller's model. */
export type Prompt = {
  operation: string;
  system: string;
  /** One text, or the turns of a conversation, for whoever the signatures in it hold. */
  prompt: string | ((holder: Holder) => readonly Turn[]);
  maxOutputTokens: number;
  json?: ReplySchema;
  /** Where a quick reply matters more than a considered one. */
  thinking?: "least";
  tools?: Tools;
};

/**
 * Streams one reply with the caller's own key, resolved for this call, and keeps its ledger row.
 *
 * @param onText called with each piece of text as it arrives.
 */
export async function callGemini(
  caller: Caller,
  prompt: Prompt,
  onText: (text: string) => void,
): Promise<void> {
  const secret = await requireApiKey(caller.user, "gemini");
  const { tools, ...asked } = prompt;
  const holder = `${caller.model} ${secret.version} ${secret.mask()}`;
  const said = typeof prompt.prompt === "string" ? prompt.prompt : prompt.prompt(holder);
  const priceOf = await (caller.prices?.() ?? openPrices(caller.user));
  const at = new Date();
  const { model, signal, moreRoom } = caller;
  const sent = prompt.system + toText(said) + toText(tools?.declared ?? "");
  const promptTokens = countTokens(sent);
  const price = priceOf(model, at);
  const most = {
    inputTokens: boundTokens(sent + JSON.stringify(prompt.json ?? "")),
    outputTokens: limitOutput({ ...asked, model, moreRoom }),
  };
  const ledgerId = await openLedgerRow(caller.user, {
    postId: caller.postId,
    provider: "gemini",
    keyVersion: secret.version,
    operation: prompt.operation,
    step: caller.step,
    model,
    inputTokens: promptTokens,
    reserveUsd: price ? priceTokens(price, most) : null,
    capUsd: caller.capUsd,
    signal: caller.signal,
    reportCost: caller.reportCost,
  });
  const meter: CallMeter = {
    model,
    priceOf: (billed) => priceOf(billed, at),
    promptTokens,
    textLength: 0,
    usage: undefined,
    failure: undefined,
  };
  const isStopped = signal.aborted;
  try {
    const baseUrl = requireConfig().baseUrls.gemini;
    const call = { ...asked, prompt: said, tools: tools?.declared ?? [], moreRoom };
    for await (const piece of streamGemini({ ...call, secret, baseUrl, model, signal })) {
      meter.usage = piece.usage;
      meter.billedModel = piece.billedModel ?? meter.billedModel;
      meter.responseId = piece.responseId ?? meter.responseId;
      meter.textLength += piece.text.length + toText(piece.calls).length;
      if (piece.text || piece.calls.length > 0) caller.onBegun?.();
      if (piece.text) onText(piece.text);
      for (const wanted of piece.calls) tools?.onCall(wanted, holder);
    }
  } catch (error) {
    meter.failure = error;
    await markRejected(caller.user, { provider: "gemini", version: secret.version }, error);
    throw error;
  } finally {
    // Stop came between the row and the call: nobody was asked.
    const result = isStopped ? NOTHING_OWED : measureCall(meter);
    await settleLedgerRow(caller.user, ledgerId, result, caller);
    await caller.onCost?.("gemini", result.costUsd);
  }
}

/** A reply in JSON, parsed and validated; asked for again when it is not of the schema. */
export async function askGemini<T>(
  caller: Caller,
  prompt: Prompt,
  schema: z.ZodType<T>,
): Promise<T> {
  const ask = () =>
    retryCall(caller, "gemini", async (asking) => {
      let text = "";
      await callGemini(asking, prompt, (piece) => {
        text += piece;
      });
      return readReply(text, schema);
    });
  return caller.remember ? caller.remember(prompt.operation, ask) : ask();
}

/** The first object in a reply that is of the schema. @throws AppError `reply_malformed` when none is. */
export function readReply<T>(text: string, schema: z.ZodType<T>): T {
  for (const value of readJson(text)) {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
  }
  throw new AppError("reply_malformed", { provider: "gemini" });
}

/** What a part of a request counts with, as text. */
function toText(part: string | readonly object[]): string {
  if (typeof part === "string") return part;
  return part.length > 0 ? JSON.stringify(part) : "";
}
