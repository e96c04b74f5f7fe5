import "server-only";
import { markRejected } from "../../calls/mark-rejected";
import { requireConfig } from "../../config/config";
import type { AppError } from "../../errors";
import { KEY_ERRORS } from "../../errors/key-errors";
import { requireApiKey } from "../../keys/resolve-api-keys";
import { LIMITS } from "../../limits/registry";
import { chooseModel, replaceModel } from "../../models/choose-model";
import { timeLimit } from "../../process/time-limit";
import { countWord, isOfModel } from "../../providers/check-gemini-key";
import type { Secret } from "../../secret";
import { bookCheck } from "../../usage/book-check";
import type { RunModel } from "../durable/step-results";
import type { Run } from "../run";

/** No key has more models than this that are listed and closed. */
const MOST_MODELS = 6;

/**
 * Preflight: both keys resolve, and the model that will write counts a word for nothing, before anything
 * is paid. One that is gone is replaced, and the followers are told.
 *
 * @returns the model that writes.
 * @throws AppError when a key is missing, unreadable or may not write; `model_dearer`. A provider that
 *   is slow or down passes: the calls themselves will say.
 */
export async function checkReadiness(run: Run): Promise<RunModel> {
  const { user, request, emit } = run;
  const [secret] = await Promise.all([requireApiKey(user, "gemini"), requireApiKey(user, "exa")]);
  let picked = await chooseModel(user, request.model);
  const wanted = picked.insteadOf ?? picked.model;
  for (let asked = 0; asked < MOST_MODELS; asked += 1) {
    const problem = await askForFree(run, secret, picked.model);
    if (!problem) break;
    if (Object.hasOwn(KEY_ERRORS, problem.code)) throw problem;
    if (!isOfModel(problem)) break;
    picked = await replaceModel(user, { model: picked.model, wanted, reason: problem.code });
  }
  const { model, reason = "model_unavailable" } = picked;
  if (model !== wanted) emit("model", { model, insteadOf: wanted, reason });
  return { id: model, wanted };
}

/** Written down like every call. @returns what was refused; undefined where nobody could be asked. */
async function askForFree(run: Run, secret: Secret, model: string): Promise<AppError | undefined> {
  const { user, postId, step, signal } = run;
  const baseUrl = requireConfig().baseUrls.gemini;
  const limited = AbortSignal.any([signal, timeLimit(LIMITS.keyQuestionSeconds * 1_000)]);
  const planned = { provider: "gemini", keyVersion: secret.version, postId, step } as const;
  let problem: AppError | undefined;
  await bookCheck(user, planned, async () => {
    problem = await countWord(secret, { baseUrl, signal: limited, model }).catch(() => undefined);
    return problem ? { status: "unknown", code: problem.code } : { status: "valid" };
  });
  signal.throwIfAborted();
  await markRejected(user, { provider: "gemini", version: secret.version }, problem);
  return problem;
}
