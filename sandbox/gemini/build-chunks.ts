import { countTokens } from "./count-tokens";
import type { Reply } from "./make-reply";
import type { SignedCall } from "./sign-calls";

const WORDS_PER_CHUNK = 8;

/** One `GenerateContentResponse` and the candidate tokens counted up to it. */
export type Chunk = { body: object; outputTokens: number };

/** The reply in chunks of about eight words; usage is cumulative and the last chunk has the finish reason. */
export function buildChunks(reply: Reply, finish = true): Chunk[] {
  if (reply.blocked) return [blockedChunk(reply)];
  const pieces = splitPieces(reply);
  let sent = "";
  const thinking = reply.thoughts ? [thoughtChunk(reply)] : [];
  const writing = pieces.map((piece, index) => {
    sent += piece;
    const last = index === pieces.length - 1;
    return makeChunk(reply, { piece, sent, finish: last && finish });
  });
  return [...thinking, ...writing];
}

/** Thoughts come first, as parts that say what they are. */
function thoughtChunk(reply: Reply): Chunk {
  const content = { role: "model", parts: [{ text: reply.thoughts, thought: true }] };
  return {
    body: { candidates: [{ content, index: 0 }], ...envelope(reply, 0) },
    outputTokens: reply.thoughtsTokens,
  };
}

/** The reply as the one body of `generateContent`. */
export function buildWhole(reply: Reply, finish = true): Chunk {
  if (reply.blocked) return blockedChunk(reply);
  const piece = isWithheld(reply) ? "" : reply.text;
  return makeChunk(reply, { piece, sent: reply.text, finish });
}

/** A withheld reply ends with an empty candidate of its own. */
function splitPieces(reply: Reply): string[] {
  const words = new RegExp(`(?:\\s*\\S+){1,${WORDS_PER_CHUNK}}\\s*`, "g");
  const pieces = reply.text.match(words) ?? [];
  return isWithheld(reply) || pieces.length === 0 ? [...pieces, ""] : pieces;
}

function isWithheld({ finishReason }: Reply): boolean {
  return finishReason === "SAFETY" || finishReason === "RECITATION";
}

type ChunkInput = { piece: string; sent: string; finish: boolean };

function makeChunk(reply: Reply, { piece, sent, finish }: ChunkInput): Chunk {
  const { toolCalls } = reply;
  const calls = toolCalls.length > 0;
  const candidatesTokens = countTokens(calls ? JSON.stringify(toolCalls) : sent);
  const parts = calls ? toolCalls.map(toPart) : [{ text: piece }];
  const content = piece === "" && !calls ? { role: "model" } : { parts, role: "model" };
  const candidate = {
    ...(isWithheld(reply) && piece === "" ? {} : { content }),
    ...(finish ? { finishReason: reply.finishReason } : {}),
    index: 0,
  };
  return {
    body: { candidates: [candidate], ...envelope(reply, candidatesTokens) },
    outputTokens: candidatesTokens + reply.thoughtsTokens,
  };
}

function toPart({ signature, ...functionCall }: SignedCall) {
  return { functionCall, ...(signature ? { thoughtSignature: signature } : {}) };
}

function blockedChunk(reply: Reply): Chunk {
  const promptFeedback = { blockReason: "PROHIBITED_CONTENT" };
  const silent = { ...reply, thoughtsTokens: 0 };
  return { body: { promptFeedback, ...envelope(silent, 0) }, outputTokens: 0 };
}

function envelope(reply: Reply, candidates: number) {
  const { promptTokens, cachedTokens, thoughtsTokens, model, responseId, hidden } = reply;
  if (hidden === "everything") return { modelVersion: model, responseId };
  if (hidden === "prompt")
    return { usageMetadata: { trafficType: "ON_DEMAND" }, modelVersion: model, responseId };
  const usageMetadata = {
    promptTokenCount: promptTokens,
    ...(cachedTokens > 0 ? { cachedContentTokenCount: cachedTokens } : {}),
    ...(candidates > 0 ? { candidatesTokenCount: candidates } : {}),
    totalTokenCount: promptTokens + candidates + thoughtsTokens,
    promptTokensDetails: [{ modality: "TEXT", tokenCount: promptTokens }],
    ...(thoughtsTokens > 0 ? { thoughtsTokenCount: thoughtsTokens } : {}),
  };
  return { usageMetadata, modelVersion: model, responseId };
}
