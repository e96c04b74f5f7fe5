import { z } from "zod";
import type { Citation } from "../../blog/schema";

/**
 * A call of a tool as it is kept: `callId` is ours, `id` the model's, and its thought signature holds
 * for `holder` alone.
 */
const storedCall = z.object({
  callId: z.string(),
  name: z.string(),
  args: z.record(z.string(), z.unknown()),
  id: z.string().optional(),
  signature: z.string().optional(),
  holder: z.string(),
});
export type StoredCall = z.infer<typeof storedCall>;
export const storedCalls = z.array(storedCall);

/** A message of a thread. `result` of a tool is JSON that holds no text of a page or a post. */
export type Message = {
  id: string;
  role: "user" | "assistant" | "tool";
  content: string;
  toolCalls: StoredCall[];
  toolCallId: string | null;
  result: unknown;
  citations: Citation[];
  costUsd: number;
  problem: string | null;
};
