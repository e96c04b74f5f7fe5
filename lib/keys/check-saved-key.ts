import "server-only";
import type { UserId } from "../auth/user-id";
import { AppError } from "../errors";
import type { ProviderId } from "../providers/schema";
import { type CheckOutcome, checkSecrets } from "./check-api-keys";
import { recordVerdict } from "./record-verdict";
import { requireApiKey } from "./resolve-api-keys";

/**
 * Asks a provider about the key that is saved, and remembers the answer: a rejected key pays for
 * nothing more. Where nobody could be asked, what was known of the key stays.
 *
 * @throws AppError `key_missing`, `key_rejected` for a key that is known to be refused, `rate_limited`.
 */
export async function checkSavedKey(user: UserId, provider: ProviderId): Promise<CheckOutcome> {
  const secret = await requireApiKey(user, provider);
  const [outcome] = await checkSecrets(user, [{ provider, secret }]);
  if (!outcome) throw new AppError("key_missing", { provider });
  const { status, code: problem } = outcome;
  const { version } = secret;
  if (status === "valid")
    await recordVerdict(user, { provider, version, works: true, checked: true });
  if (status === "invalid") await recordVerdict(user, { provider, version, works: false, problem });
  return outcome;
}
