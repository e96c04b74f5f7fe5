import "server-only";
import {
  FinishReason,
  type GenerateContentRequest,
  type GenerateContentResponse,
  GoogleGenerativeAI,
  type ResponseSchema,
  SchemaType,
} from "@google/generative-ai";
import { AppError } from "../errors";
import type { Secret } from "../secret";
import {
  readCalls,
  type ToolCall,
  type ToolDeclaration,
  type Turn,
  toContents,
} from "./gemini-turns";
import { startIdleTimer } from "./idle-timer";
import { mapGeminiError, readGeminiProblem } from "./map-gemini-error";
import type { CallContext, CheckResult, Provider } from "./provider";
import type { ReplySchema } from "./reply-schema";

/** Longest silence that is waited for, in milliseconds: a thinking model may take its time. */
const SILENCE_MS = 60_000;

/**
 * The fewest tokens that a model can be told to think, which count as output; 0 is not at all.
 * Source: ai.google.dev/gemini-api/docs/thinking, as of 2026-03.
 */
const LEAST_THINKING: Record<string, number> = {
  "gemini-2.5-flash": 0,
  "gemini-2.5-flash-lite": 0,
  "gemini-2.5-pro": 128,
};

/** One request to a model. Token counts in tokens; `json` asks for a reply of that schema. */
export type GeminiCall = CallContext & {
  secret: Secret;
  model: string;
  system: string;
  /** One text, or the turns of a conversation. */
  prompt: string | readonly Turn[];
  maxOutputTokens: number;
  json?: ReplySchema;
  /** What the model may have called. */
  tools?: readonly ToolDeclaration[];
  thinking?: "least";
};

/** Billed tokens so far: output counts candidates and thoughts. The figures are cumulative. */
export type TokenUsage = { inputTokens: number; outputTokens: number };
/** A piece of a streamed reply. */
export type GeminiPiece = { text: string; calls: ToolCall[]; usage: TokenUsage | undefined };

/**
 * Streams a model's reply with `@google/generative-ai`. A stream that ends without a finish reason is
 * a failure: the SDK does not say so.
 *
 * @throws AppError with the code of what happened; never Google's own text, which may hold the key.
 */
export async function* streamGemini(call: GeminiCall): AsyncGenerator<GeminiPiece> {
  call.signal.throwIfAborted();
  const idle = startIdleTimer(call.signal, SILENCE_MS);
  let finished: FinishReason | undefined;
  try {
    const { stream, response } = await openModel(call).generateContentStream(toRequest(call), {
      signal: idle.signal,
    });
    response.catch(() => "the stream itself reports it");
    for await (const chunk of stream) {
      idle.restart();
      finished = readFinish(chunk) ?? finished;
      yield { text: readText(chunk), calls: readCalls(chunk), usage: readUsage(chunk) };
    }
  } catch (error) {
    call.signal.throwIfAborted();
    throw mapGeminiError(error);
  } finally {
    idle.stop();
  }
  requireFinish(finished);
}

/**
 * Asks whether a key is good: `GET /v1beta/models?pageSize=1` costs nothing.
 * The SDK has no such call, and following a redirect would carry the key elsewhere.
 */
export async function checkGeminiKey(
  secret: Secret,
  { baseUrl, signal }: CallContext,
): Promise<CheckResult> {
  try {
    const response = await fetch(`${baseUrl}/v1beta/models?pageSize=1`, {
      headers: { "x-goog-api-key": secret.open() },
      redirect: "manual",
      signal,
    });
    if (response.ok) return { status: "valid" };
    const problem = await readGeminiProblem(response);
    return { status: DEAD_KEY.has(problem.code) ? "invalid" : "unknown", code: problem.code };
  } catch {
    return { status: "unknown", code: "provider_unreachable" };
  }
}

/** Only these mean that the key itself will never work; billing and restrictions can be mended. */
const DEAD_KEY = new Set(["key_rejected", "key_leaked", "account_suspended"]);

function openModel({ secret, baseUrl, model, system, maxOutputTokens, ...call }: GeminiCall) {
  const key = secret.open();
  if (!key) throw new AppError("key_missing", { provider: "gemini" });
  const client = new GoogleGenerativeAI(key);
  const structured = call.json
    ? { responseMimeType: "application/json", responseSchema: toResponseSchema(call.json) }
    : {};
  const generationConfig = { maxOutputTokens, ...structured, ...limitThinking(model, call) };
  return client.getGenerativeModel(
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

function toParameters({ properties, required }: ToolDeclaration["parameters"]) {
  return { type: SchemaType.OBJECT, properties: toProperties(properties), required: [...required] };
}

/** A field that the API has and the SDK's types do not; a model that is not listed is told nothing. */
function limitThinking(model: string, { thinking }: Pick<GeminiCall, "thinking">) {
  const thinkingBudget = thinking && LEAST_THINKING[model];
  return thinkingBudget === undefined ? {} : { thinkingConfig: { thinkingBudget } };
}

/** The SDK names types by an enum of its own, and wants lists that it may write to. */
function toResponseSchema(schema: ReplySchema): ResponseSchema {
  const told = schema.description ? { description: schema.description } : {};
  if (schema.type === "string") {
    const type = SchemaType.STRING;
    return schema.enum
      ? { ...told, type, format: "enum", enum: [...schema.enum] }
      : { ...told, type };
  }
  if (schema.type === "integer") return { ...told, type: SchemaType.INTEGER };
  if (schema.type === "number") return { ...told, type: SchemaType.NUMBER };
  if (schema.type === "array")
    return { ...schema, type: SchemaType.ARRAY, items: toResponseSchema(schema.items) };
  return {
    ...told,
    type: SchemaType.OBJECT,
    properties: toProperties(schema.properties),
    required: [...schema.required],
  };
}

function toProperties(properties: ToolDeclaration["parameters"]["properties"]) {
  const converted = Object.entries(properties).map(
    ([name, property]) => [name, toResponseSchema(property)] as const,
  );
  return Object.fromEntries(converted);
}

function readText(chunk: GenerateContentResponse): string {
  const parts = chunk.candidates?.[0]?.content?.parts ?? [];
  return parts.map((part) => part.text ?? "").join("");
}

function readUsage({ usageMetadata: usage }: GenerateContentResponse): TokenUsage | undefined {
  if (!usage) return undefined;
  const thoughts = "thoughtsTokenCount" in usage ? Number(usage.thoughtsTokenCount) : 0;
  return {
    inputTokens: usage.promptTokenCount,
    outputTokens: (usage.candidatesTokenCount ?? 0) + thoughts,
  };
}

/** The finish reason, if this is the last chunk. Throws on what is no text: a block, an error frame. */
function readFinish(chunk: GenerateContentResponse): FinishReason | undefined {
  if ("error" in chunk) throw mapGeminiError(chunk);
  if (chunk.promptFeedback?.blockReason)
    throw new AppError("content_blocked", { provider: "gemini" });
  return chunk.candidates?.[0]?.finishReason;
}

function requireFinish(reason: FinishReason | undefined): void {
  if (reason === FinishReason.STOP) return;
  const provider = "gemini";
  if (!reason) throw new AppError("reply_cut_off", { provider });
  if (reason === FinishReason.MAX_TOKENS) throw new AppError("reply_too_long", { provider });
  throw new AppError("content_blocked", { provider });
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
    cost: "About $0.03 a post with gemini-2.5-flash; a free tier exists.",
    dataUse:
      "Google receives your topics and the passages found. With an unpaid key Google may use what you send to improve its products, and people may read it; with billing enabled it does not.",
    checkNote: "The check lists one model. It costs nothing.",
    setupMinutes: 2,
    placeholder: "AIza…",
  },
  envNames: ["GEMINI_API_KEY"],
  baseUrl: { variable: "GEMINI_BASE_URL", standard: "https://generativelanguage.googleapis.com" },
  checkCostUsd: 0,
  check: checkGeminiKey,
} as const satisfies Provider;
