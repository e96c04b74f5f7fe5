import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import { AppError, ERRORS } from "../errors";
import { getProvider } from "../providers/registry";
import { type CheckOutcome, checkApiKeys } from "./check-api-keys";
import { recordRejections } from "./record-rejections";
import type { SaveApiKeysBody } from "./schema";
import type { CheckedKey } from "./stores/key-store";
import { openStores } from "./stores/registry";

/**
 * Checks the submitted keys with their providers and saves them: all or none. Only a key that its
 * provider calls invalid is refused; one that could not be checked is saved as `unknown`.
 *
 * @throws AppError `invalid`, naming each refused key and what to do; `rate_limited`.
 */
export async function saveApiKeys(user: UserId, body: SaveApiKeysBody): Promise<void> {
  const outcomes = await checkApiKeys(user, body);
  const refused = outcomes.filter(({ status }) => status === "invalid");
  if (refused.length > 0) {
    await recordRejections(user, refused);
    throw new AppError("invalid", { detail: "Nothing was saved.", fields: refused.map(explain) });
  }
  const keys = outcomes.flatMap(toCheckedKey);
  for (const store of openStores(requireConfig().mode).write) await store.save(user, keys);
}

function toCheckedKey({ provider, secret, status }: CheckOutcome): CheckedKey[] {
  return status === "invalid" ? [] : [{ provider, secret, status }];
}

function explain({ provider, code = "key_rejected" }: CheckOutcome): {
  field: string;
  message: string;
} {
  const { name, keyUrl } = getProvider(provider).card;
  return {
    field: provider,
    message: `${name}: ${ERRORS[code].title}. Create a new key at ${keyUrl}.`,
  };
}
