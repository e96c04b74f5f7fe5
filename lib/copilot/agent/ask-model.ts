import "server-only";
import { callGemini } from "../../calls/call-gemini";
import { retryCall } from "../../calls/retry-call";
import { AppError } from "../../errors";
import type { ToolDeclaration, Turn } from "../../providers/gemini-turns";
import { isStopped } from "../runs/stop-runs";
import type { StoredCall } from "../threads/message";
import type { Talk } from "./talk";

/** What a model is asked, and who hears its words as they arrive. */
export type Question = {
  system: string;
  prompt: string | ((holder: string) => readonly Turn[]);
  maxOutputTokens: number;
  tools?: readonly ToolDeclaration[];
  onText: (text: string) => void;
};

/**
 * One call of the user's model, made again where it failed before a word was shown. Each try counts
 * as a call of the message; none is made after Stop.
 *
 * @returns the tools that the model wants called.
 * @throws AppError `calls_used` when the message has no call left; and what happened to the call.
 */
export async function askModel(talk: Talk, question: Question): Promise<StoredCall[]> {
  const wanted: StoredCall[] = [];
  let begun = false;
  let failure: unknown;
  await retryCall(talk.caller, "gemini", async (caller) => {
    if (begun) throw failure;
    await takeCall(talk);
    const { tools, onText, ...prompt } = question;
    const call = { ...prompt, operation: "assistant" };
    const onCall = (
      one: Omit<StoredCall, "callId" | "holder" | "args"> & { args: object },
      holder: string,
    ) => {
      begun = true;
      wanted.push({ ...one, args: { ...one.args }, callId: crypto.randomUUID(), holder });
    };
    try {
      await callGemini(
        caller,
        { ...call, ...(tools ? { tools: { declared: tools, onCall } } : {}) },
        (text) => {
          begun = true;
          onText(text);
        },
      );
    } catch (error) {
      failure = error;
      throw error;
    }
  });
  return wanted;
}

async function takeCall(talk: Talk): Promise<void> {
  if (talk.calls.left === 0) throw new AppError("calls_used");
  if (await isStopped(talk, talk.runId))
    throw new DOMException("Stopped by the user", "AbortError");
  talk.signal.throwIfAborted();
  talk.calls.left -= 1;
}
