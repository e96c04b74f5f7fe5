import type { Content, Part } from "@google/generative-ai";
import { z } from "zod";
import type { GeminiPart } from "./read-gemini-chunk";
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

const wanted = z.object({
  functionCall: z.object({
    id: z.string().optional().catch(undefined),
    name: z.string().min(1),
    args: z.record(z.string(), z.unknown()).catch({}),
  }),
  thoughtSignature: z.string().min(1).optional().catch(undefined),
});

/** The tools that a piece of a reply wants called; what is no call is left out. */
export function readCalls(parts: readonly GeminiPart[]): ToolCall[] {
  return parts.flatMap((part) => {
    const { success, data } = wanted.safeParse(part);
    if (!success) return [];
    const { id, name, args } = data.functionCall;
    const { thoughtSignature: signature } = data;
    return [{ ...(id ? { id } : {}), name, args, ...(signature ? { signature } : {}) }];
  });
}
