import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import { requireApiKey } from "../keys/resolve-api-keys";
import { PACES } from "../limits/paces";
import { LIMITS } from "../limits/registry";
import { shareInProcess } from "../process/share-in-process";
import { timeLimit } from "../process/time-limit";
import { type GeminiModel, listGeminiModels } from "../providers/list-gemini-models";
import type { Secret } from "../secret";

/** More keys than this are not remembered at the same time. */
const MOST_KEPT = 5_000;

/** What a key can use: the models that Google lists for it, and those that it may list and not use. */
type Kept = { until: number; models: Promise<GeminiModel[]>; closed: Set<string> };

const lists = shareInProcess("models-of-keys", () => new Map<string, Kept>());

/**
 * The models that the user's key can write with, as Google lists them, without those that have answered
 * that they are closed. Kept for a few minutes for each user and version of the key.
 *
 * @throws AppError `key_missing` and its kin; of what Google refused; any Error when it is away.
 */
export async function listKeyModels(user: UserId): Promise<GeminiModel[]> {
  const { models, closed } = openList(user, await requireApiKey(user, "gemini"));
  return (await models).filter(({ id }) => !closed.has(id));
}

/** Remembers that a model does not write for the user's key although it may be listed. */
export async function noteClosedModel(user: UserId, model: string): Promise<void> {
  openList(user, await requireApiKey(user, "gemini")).closed.add(model);
}

function openList(user: UserId, secret: Secret): Kept {
  const name = `${user} ${secret.version} ${secret.mask()}`;
  const now = Date.now();
  const known = lists.get(name);
  if (known && known.until > now) return known;
  const signal = timeLimit(LIMITS.keyQuestionSeconds * 1_000);
  const context = { baseUrl: requireConfig().baseUrls.gemini, signal };
  const models = listGeminiModels(secret, context);
  const fresh: Kept = { until: now + PACES.modelsKeptMs, models, closed: new Set() };
  if (lists.size >= MOST_KEPT) lists.clear();
  lists.set(name, fresh);
  // A list that could not be read is asked for again by the next one.
  models.catch(() => {
    if (lists.get(name) === fresh) fresh.until = 0;
  });
  return fresh;
}
