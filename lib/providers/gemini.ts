import "server-only";
import {
  type GenerateContentRequest,
  type GenerateContentStreamResult,
  GoogleGenerativeAI,
} from "@google/generative-ai";
import { AppError } from "../errors";
import { LIMITS } from "../limits/registry";
import type { Secret } from "../secret";
import { checkGeminiKey } from "./check-gemini-key";
import {
  readCalls,
  type ToolCall,
  type ToolDeclaration,
  type Turn,
  toContents,
} from "./gemini-turns";
import { startIdleTimer } from "./idle-timer";
import { isThinkingRefused, mapGeminiError } from "./map-gemini-error";
import { openCharacterJoiner } from "./open-character-joiner";
import { FREE, planThinking, type Thinking, type ThinkingPlan } from "./plan-thinking";
import type { CallContext, Provider } from "./provider";
import {
  type GeminiChunk,
  mergeUsage,
  readGeminiChunk,
  requireFinish,
  type TokenUsage,
} from "./read-gemini-chunk";
import type { ReplySchema } from "./reply-schema";
import { toParameters, toResponseSchema } from "./to-gemini-schema";

/** How many times the usual room a model gets that has used all of it with thinking. */
const MORE_ROOM = 4;

/** One request to a model. Token counts in tokens; `json` asks for a reply of that schema. */
export type GeminiCall = CallContext & {
  secret: Secret;
  model: string;
  system: string;
  /** One text, or the turns of a conversation. */
  prompt: string | readonly Turn[];
  /** For the answer alone: room for thoughts comes on top of it. */
  maxOutputTokens: number;
  /** The most that the model puts out at all, where that is known. */
  outputTokenLimit?: number | undefined;
  json?: ReplySchema;
  /** What the model may have called. */
  tools?: readonly ToolDeclaration[];
  thinking?: Thinking;
  /** The model has thought its room away once: it gets more. */
  moreRoom?: boolean | undefined;
};

/** A piece of a streamed reply; `usage` is all that is known so far, thoughts are not in `text`. */
export type GeminiPiece = Omit<GeminiChunk, "finishReason" | "parts"> & { calls: ToolCall[] };

/**
 * Streams a model's reply with `@google/generative-ai`. A stream that ends without a finish reason is
 * a failure: the SDK does not say so. Its own aggregate prints thoughts and drops signatures: only the
 * raw chunks are read.
 *
 * @throws AppError with the code of what happened; never Google's own text, which may hold the key.
 */
export async function* streamGemini(call: GeminiCall): AsyncGenerator<GeminiPiece> {
  call.signal.throwIfAborted();
  const idle = startIdleTimer(call.signal, LIMITS.modelSilenceSeconds * 1_000);
  const joiner = openCharacterJoiner();
  let finished: string | undefined;
  let usage: TokenUsage | undefined;
  let length = 0;
  try {
    const { stream, response } = await openStream(call, idle.signal);
    response.catch(() => "the stream itself reports it");
    for await (const chunk of stream) {
      idle.restart();
      if (isErrorFrame(chunk)) throw mapGeminiError(chunk);
      const { finishReason, parts, ...piece } = readGeminiChunk(chunk);
      finished = finishReason ?? finished;
      usage = mergeUsage(usage, piece.usage);
      length += piece.text.length;
      yield { ...piece, text: joiner.push(piece.text), calls: readCalls(parts), usage };
    }
  } catch (error) {
    call.signal.throwIfAborted();
    throw mapGeminiError(error);
  } finally {
    idle.stop();
  }
  if (finished === "MAX_TOKENS" && (length === 0 || isThoughtAway(call, usage)))
    throw new AppError("thoughts_too_long", { provider: "gemini" });
  requireFinish(finished);
}

/** The most output tokens that a call may be billed for: its answer, and its thoughts. */
export function limitOutput(
  call: Pick<
    GeminiCall,
    "model" | "thinking" | "moreRoom" | "maxOutputTokens" | "outputTokenLimit"
  >,
): number {
  return limitTo(call, planFor(call));
}

function limitTo(
  {
    maxOutputTokens,
    moreRoom,
    outputTokenLimit,
  }: Pick<GeminiCall, "maxOutputTokens" | "moreRoom" | "outputTokenLimit">,
  { room }: ThinkingPlan,
): number {
  const wanted = maxOutputTokens + (moreRoom ? Math.max(room, FREE.room) * MORE_ROOM : room);
  return Math.min(wanted, outputTokenLimit ?? Number.POSITIVE_INFINITY);
}

/** Models that were told how to think and refused: a fact of the model, whoever has asked. */
const untold = new Set<string>();

function planFor({
  model,
  thinking = "some",
}: Pick<GeminiCall, "model" | "thinking">): ThinkingPlan {
  return untold.has(model) ? FREE : planThinking(model, thinking);
}

/** A model that refuses its thinking setting is asked once more without. */
async function openStream(
  call: GeminiCall,
  signal: AbortSignal,
): Promise<GenerateContentStreamResult> {
  const ask = (plan: ThinkingPlan) =>
    openModel(call, plan).generateContentStream(toRequest(call), { signal });
  const plan = planFor(call);
  try {
    return await ask(plan);
  } catch (error) {
    if (!plan.thinkingConfig || !isThinkingRefused(error)) throw error;
    untold.add(call.model);
    // No more than was set aside for the call.
    return ask({ room: plan.room });
  }
}

function openModel(call: GeminiCall, plan: ThinkingPlan) {
  const { secret, baseUrl, model, system, json } = call;
  const key = secret.open();
  if (!key) throw new AppError("key_missing", { provider: "gemini" });
  const structured = json
    ? { responseMimeType: "application/json", responseSchema: toResponseSchema(json) }
    : {};
  const { thinkingConfig } = plan;
  // `thinkingConfig` is a field that the API has and the SDK's types do not.
  const told = thinkingConfig ? { thinkingConfig } : {};
  const generationConfig = { maxOutputTokens: limitTo(call, plan), ...structured, ...told };
  return new GoogleGenerativeAI(key).getGenerativeModel(
    { model, systemInstruction: system, generationConfig },
    { baseUrl },
  );
}

function toRequest({ prompt, tools = [] }: GeminiCall): string | GenerateContentRequest {
  if (typeof prompt === "string") return prompt;
  const functionDeclarations = tools.map(({ parameters, ...tool }) => ({
    ...tool,
    parameters: toParameters(parameters),
  }));
  return {
    contents: toContents(prompt),
    ...(tools.length > 0 ? { tools: [{ functionDeclarations }] } : {}),
  };
}

function isErrorFrame(chunk: unknown): boolean {
  return typeof chunk === "object" && chunk !== null && "error" in chunk;
}

/** Thoughts have taken more than the room that was kept for them, and so some of the answer's. */
function isThoughtAway(call: GeminiCall, usage: TokenUsage | undefined): boolean {
  return (usage?.thoughtTokens ?? 0) > limitTo(call, planFor(call)) - call.maxOutputTokens;
}

/** Google's Gemini API, reached through `@google/generative-ai` in this file alone. */
export const gemini = {
  card: {
    id: "gemini",
    name: "Gemini",
    required: true,
    purpose: "Writes your posts: the plan, the outline and every section.",
    keyUrl: "https://aistudio.google.com/apikey",
    consoles: [
      { url: "https://aistudio.google.com/usage", label: "Gemini calls in AI Studio" },
      { url: "https://aistudio.google.com/spend", label: "Google’s own monthly spend cap" },
    ],
    steps: [
      "Open Google AI Studio and sign in.",
      "Choose “Create API key”.",
      "Copy the key and paste it here.",
    ],
    benefits: [
      "You pay Google directly, at Google's price",
      "Your own quota: nobody else's posts use it up",
      "You can delete the key at Google at any moment",
    ],
    cost: "About $0.04 a post with the model that is proposed; a free tier exists.",
    dataUse:
      "Google receives your topics and the passages found. With an unpaid key Google may use what you send to improve its products, and people may read it; with billing enabled it does not.",
    checkNote:
      "The check lists the models of your key and lets the one that would write count a word. It costs nothing.",
    setupMinutes: 2,
    placeholder: "AIza… or AQ.…",
  },
  envNames: ["GEMINI_API_KEY"],
  baseUrl: { variable: "GEMINI_BASE_URL", standard: "https://generativelanguage.googleapis.com" },
  checkCostUsd: 0,
  check: checkGeminiKey,
} as const satisfies Provider;
