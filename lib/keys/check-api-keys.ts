import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import { ERRORS } from "../errors";
import { limitKeyChecks } from "../limits/limit-requests";
import { LIMITS } from "../limits/registry";
import { listPreferred } from "../models/list-preferred";
import { timeLimit } from "../process/time-limit";
import type { CheckResult } from "../providers/provider";
import { getProvider } from "../providers/registry";
import { PROVIDER_IDS, type ProviderId } from "../providers/schema";
import { Secret } from "../secret";
import { bookCheck } from "../usage/book-check";
import type { SaveApiKeysBody } from "./schema";

/** A submitted key and what its provider said of it. */
export type CheckOutcome = { provider: ProviderId; secret: Secret } & CheckResult;

/**
 * Asks each provider whether the submitted key is good, all at once; one that is slow leaves its key
 * `unknown`. Costs of a check go to the ledger of the user, since the key is theirs.
 *
 * @throws AppError `rate_limited` after 10 checks in a minute, or the form would test stolen keys;
 *   `cap_reached` where a check costs more than the month's cap leaves.
 */
export async function checkApiKeys(user: UserId, body: SaveApiKeysBody): Promise<CheckOutcome[]> {
  const submitted = PROVIDER_IDS.flatMap((provider) => {
    const value = body[provider];
    return value ? [{ provider, secret: new Secret(provider, value) }] : [];
  });
  return checkSecrets(user, submitted);
}

/** The same for keys that are secrets already. @throws AppError `rate_limited`. */
export async function checkSecrets(
  user: UserId,
  secrets: readonly Pick<CheckOutcome, "provider" | "secret">[],
): Promise<CheckOutcome[]> {
  await limitKeyChecks(user, secrets.length);
  return Promise.all(secrets.map(({ provider, secret }) => checkOne(user, provider, secret)));
}

async function checkOne(user: UserId, provider: ProviderId, secret: Secret): Promise<CheckOutcome> {
  const { check } = getProvider(provider);
  const baseUrl = requireConfig().baseUrls[provider];
  const preferred = await listPreferred(user);
  const result = await bookCheck(user, { provider, keyVersion: secret.version }, () => {
    const signal = timeLimit(LIMITS.keyQuestionSeconds * 1_000);
    return check(secret, { baseUrl, preferred, signal }).catch(
      (): CheckResult => ({ status: "unknown", code: "provider_unreachable" }),
    );
  });
  return { provider, secret, ...result };
}

/** The outcomes as `POST /api/onboarding/api-keys/check` answers them. */
export function describeOutcomes(outcomes: CheckOutcome[]) {
  return outcomes.map(({ provider, status, code }) => ({
    provider,
    status,
    ...(code ? { code, detail: `${ERRORS[code].title}. ${ERRORS[code].detail}` } : {}),
  }));
}
