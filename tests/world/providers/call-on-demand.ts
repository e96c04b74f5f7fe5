/** A process that makes provider calls as it is told, so that a test can kill it in the middle of one. */
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { mintUserId } from "@/lib/auth/user-id";
import { callExa } from "@/lib/calls/call-exa";
import { callGemini } from "@/lib/calls/call-gemini";
import type { Caller } from "@/lib/calls/caller";
import { openPatience } from "@/lib/calls/open-patience";
import { retryCall } from "@/lib/calls/retry-call";
import { AppError } from "@/lib/errors";

/** A call to make: `id` stands in what is asked, and as the post in its ledger rows. */
const wanted = z.object({
  id: z.uuid(),
  userId: z.string(),
  provider: z.enum(["gemini", "exa"]),
  model: z.string(),
  /** When it is given up, in milliseconds; null for a call that may end. */
  abortMs: z.number().nullable(),
});
export type WantedCall = z.infer<typeof wanted>;
/** How it ended: the code of its error, "gone" for one that was given up, null where it was answered. */
export type EndedCall = { id: string; code: string | null };

async function make({ id, userId, provider, model, abortMs }: WantedCall): Promise<string | null> {
  const gone = new AbortController();
  if (abortMs !== null) void pause(abortMs).then(() => gone.abort());
  const caller: Caller = {
    user: mintUserId(userId),
    postId: id,
    model,
    signal: gone.signal,
    onCost: () => {},
    patience: openPatience(() => {}),
  };
  try {
    await (provider === "exa" ? search(caller, id) : ask(caller, id));
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    if (gone.signal.aborted) return "gone";
    throw error;
  }
}

const search = (caller: Caller, id: string) =>
  callExa(caller, { query: `caching ${id}`, type: "auto", numResults: 2, maxCharacters: 200 });

function ask(caller: Caller, id: string): Promise<void> {
  const prompt = { operation: "section", system: "Write.", prompt: `Topic: ${id}` };
  return retryCall(caller, "gemini", (asking) =>
    callGemini(asking, { ...prompt, maxOutputTokens: 200 }, () => {}),
  );
}

process.on("message", async (message) => {
  const call = wanted.parse(message);
  const ended: EndedCall = { id: call.id, code: await make(call) };
  process.send?.(ended);
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
