import "server-only";
import { AppError } from "../errors";
import { DEAD_KEY } from "../errors/key-errors";
import type { Secret } from "../secret";
import { type GeminiModel, listGeminiModels } from "./list-gemini-models";
import { readGeminiProblem } from "./map-gemini-error";
import type { CheckContext, CheckResult } from "./provider";

/** As many closed models are asked before a key is said to have none. */
const MOST_ASKED = 4;

/**
 * Asks whether a key is good, for nothing: Google lists its models, and the first of `preferred` that
 * is among them counts the tokens of a word, since some keys may list and not write.
 */
export async function checkGeminiKey(secret: Secret, context: CheckContext): Promise<CheckResult> {
  try {
    return await askToWrite(secret, context, await listGeminiModels(secret, context));
  } catch (error) {
    if (!(error instanceof AppError)) return { status: "unknown", code: "provider_unreachable" };
    return { status: DEAD_KEY.has(error.code) ? "invalid" : "unknown", code: error.code };
  }
}

/** A closed model says nothing of the key: the next one is asked. */
async function askToWrite(
  secret: Secret,
  context: CheckContext,
  models: GeminiModel[],
): Promise<CheckResult> {
  const listed = models.map(({ id }) => id);
  const inOrder = [...context.preferred.filter((id) => listed.includes(id)), ...listed];
  let problem = new AppError("model_unavailable", { provider: "gemini" });
  for (const model of [...new Set(inOrder)].slice(0, MOST_ASKED)) {
    const found = await countWord(secret, { ...context, model });
    if (!found) return { status: "valid" };
    if (!isOfModel(found)) throw found;
    problem = found;
  }
  throw problem;
}

/** True for what is said of one model: another one may still write. */
export function isOfModel({ code }: AppError): boolean {
  return code === "model_closed" || code === "model_unavailable";
}

/**
 * Lets a model count the tokens of one word: free, and refused like a call that writes.
 *
 * @returns what Google refused; undefined when it counted.
 */
export async function countWord(
  secret: Secret,
  { baseUrl, signal, model }: Pick<CheckContext, "baseUrl" | "signal"> & { model: string },
): Promise<AppError | undefined> {
  const response = await fetch(`${baseUrl}/v1beta/models/${model}:countTokens`, {
    method: "POST",
    headers: { "x-goog-api-key": secret.open(), "content-type": "application/json" },
    body: JSON.stringify({ contents: [{ role: "user", parts: [{ text: "word" }] }] }),
    redirect: "manual",
    signal,
  });
  return response.ok ? undefined : readGeminiProblem(response);
}
