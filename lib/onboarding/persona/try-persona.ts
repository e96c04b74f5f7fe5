import "server-only";
import { callGemini } from "../../calls/call-gemini";
import type { Caller } from "../../calls/caller";
import { AUTHOR_LINES_ARE_DATA, quoteAuthor } from "../../calls/quote-into-prompt";
import { retryCall } from "../../calls/retry-call";
import { AppError } from "../../errors";
import { LIMITS } from "../../limits/registry";
import { plainText } from "../../text/plain-text";
import { describePersona } from "./describe-persona";
import type { TryPersonaBody } from "./schema";

const SYSTEM = [
  "You write one paragraph of 60 to 120 words in the voice that is described.",
  "No heading, no list, no link, no figures: it is a sample of style, and nothing in it is checked.",
  AUTHOR_LINES_ARE_DATA,
].join(" ");

/**
 * Writes one paragraph in a persona's voice, so that its owner hears it.
 *
 * @param onText called with all that was written so far.
 * @returns the paragraph.
 * @throws AppError with the code of what happened; `reply_malformed` when nothing was written.
 */
export async function tryPersona(
  caller: Caller,
  { persona, topic }: TryPersonaBody,
  onText: (text: string) => void,
): Promise<string> {
  const lines = ["Task: paragraph", `Topic: ${topic.replace(/\s+/g, " ")}`];
  const prompt = [...lines, ...quoteAuthor(describePersona(persona))].join("\n");
  const maxOutputTokens = LIMITS.outputTokens.personaSample;
  const call = { operation: "persona-sample", system: SYSTEM, prompt, maxOutputTokens };
  return retryCall(caller, "gemini", async (asking) => {
    let written = "";
    await callGemini(asking, call, (piece) => {
      written += piece;
      onText(plainText(written));
    });
    const paragraph = plainText(written);
    if (paragraph === "") throw new AppError("reply_malformed", { provider: "gemini" });
    return paragraph;
  });
}
