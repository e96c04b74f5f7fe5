import type { Content, GenerateContentResponse, Part } from "@google/generative-ai";
import type { ReplySchema } from "./reply-schema";

/** A tool that the model wants called. `signature` is its thought, which must come back with the call. */
export type ToolCall = { id?: string; name: string; args: object; signature?: string };
/** What came of a call, as JSON. */
export type ToolAnswer = { id?: string; name: string; response: object };
/** One turn of a conversation. All answers to the calls of a turn come in one turn. */
export type Turn =
  | { role: "user"; text: string }
  | { role: "model"; text: string; calls: readonly ToolCall[] }
  | { role: "tools"; answers: readonly ToolAnswer[] };

/** A tool as the model is told of it. */
export type ToolDeclaration = {
  name: string;
  description: string;
  parameters: Extract<ReplySchema, { type: "object" }>;
};

/** The turns as the wire has them. Source: ai.google.dev/gemini-api/docs/thought-signatures, 2026-11. */
export function toContents(turns: readonly Turn[]): Content[] {
  return turns.map((turn) => {
    if (turn.role === "user") return { role: "user", parts: [{ text: turn.text }] };
    if (turn.role === "tools")
      return {
        role: "user",
        parts: turn.answers.map((functionResponse) => ({ functionResponse })),
      };
    const said: Part[] = turn.text === "" ? [] : [{ text: turn.text }];
    return { role: "model", parts: [...said, ...turn.calls.map(toPart)] };
  });
}

function toPart({ signature, ...functionCall }: ToolCall): Part {
  const part = { functionCall };
  return signature ? { ...part, ...{ thoughtSignature: signature } } : part;
}

/** The tools that a piece of a reply wants called. */
export function readCalls(chunk: GenerateContentResponse): ToolCall[] {
  const parts = chunk.candidates?.[0]?.content?.parts ?? [];
  return parts.flatMap((part) => {
    if (!part.functionCall) return [];
    const { name, args } = part.functionCall;
    const id = "id" in part.functionCall ? { id: String(part.functionCall.id) } : {};
    const signed = "thoughtSignature" in part ? { signature: String(part.thoughtSignature) } : {};
    return [{ ...id, name, args: args ?? {}, ...signed }];
  });
}
