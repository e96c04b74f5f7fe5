import "server-only";
import { requireConfig } from "../../config/config";
import { AppError } from "../../errors";
import { requireApiKey } from "../../keys/resolve-api-keys";
import { timeLimit } from "../../process/time-limit";
import { checkGeminiKey } from "../../providers/gemini";
import { bookCheck } from "../../usage/book-check";
import type { Run } from "../run";

const TIMEOUT_MS = 8_000;

/**
 * Preflight: both keys resolve and Gemini's free call accepts its key, before anything is paid.
 *
 * @throws AppError when a key is missing, unreadable or dead. A provider that is slow or down passes:
 *   the calls themselves will say.
 */
export async function checkReadiness({ user, postId, step, signal }: Run): Promise<void> {
  const [secret] = await Promise.all([requireApiKey(user, "gemini"), requireApiKey(user, "exa")]);
  const baseUrl = requireConfig().baseUrls.gemini;
  const limited = AbortSignal.any([signal, timeLimit(TIMEOUT_MS)]);
  const planned = { provider: "gemini", keyVersion: secret.version, postId, step } as const;
  const { status, code = "key_rejected" } = await bookCheck(user, planned, () =>
    checkGeminiKey(secret, { baseUrl, signal: limited }),
  );
  if (status === "invalid") throw new AppError(code, { provider: "gemini" });
}
