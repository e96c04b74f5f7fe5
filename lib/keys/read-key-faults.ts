import "server-only";
import { z } from "zod";
import type { UserId } from "../auth/user-id";
import { pipelineAsUser } from "../db/as-user";
import { type ErrorCode, isErrorCode } from "../errors";
import type { ProviderId } from "../providers/schema";
import type { MaskedKey } from "./schema";

/** Why a provider did not serve a key that it accepts, and when that was: ISO 8601 in UTC. */
export type KeyFault = { code: ErrorCode; at: string };

const HOUR = 60;
const DAY = 24 * HOUR;
/** What says that a provider does not serve a key just now, and for how many minutes that is news. */
const NEWS_MINUTES: Partial<Record<ErrorCode, number>> = {
  key_referrer_blocked: DAY,
  key_address_blocked: DAY,
  key_api_blocked: DAY,
  key_may_not_write: DAY,
  api_disabled: DAY,
  project_denied: DAY,
  billing_required: DAY,
  country_refused: DAY,
  prepaid_used_up: DAY,
  spending_cap: DAY,
  quota_none: DAY,
  quota_day: HOUR,
  no_credits: DAY,
  quota_hours: HOUR,
  provider_overloaded: HOUR,
  provider_unreachable: HOUR,
  gateway_refused: HOUR,
};

/**
 * The last call or check of a key that shows anything of its provider. The check that a key was saved
 * with has no version yet; a call that was stopped shows nothing.
 */
const LAST = `
  SELECT error_code AS code, settled_at AS at,
    extract(epoch FROM now() - settled_at)::float8 / 60 AS minutes
  FROM usage_events
  WHERE provider = $1 AND created_at > now() - interval '1 day'
    AND settled_at IS NOT NULL AND (status = 'settled' OR error_code IS NOT NULL)
    AND (key_version = $2::int
      OR key_version IS NULL AND operation = 'check' AND created_at <= $3::timestamptz)
  ORDER BY settled_at DESC LIMIT 1`;
const last = z.object({ code: z.string().nullable(), at: z.coerce.date(), minutes: z.number() });

/** What stood in the way when a provider was last asked, as the ledger has it: nobody is asked for it. */
export async function readKeyFaults(
  user: UserId,
  keys: readonly MaskedKey[],
): Promise<Map<ProviderId, KeyFault>> {
  const parameters = keys.map(({ provider, version, savedAt }) => [provider, version, savedAt]);
  const answers = await pipelineAsUser(
    user,
    parameters.map((one) => ({ text: LAST, parameters: one })),
  );
  const found = keys.flatMap(({ provider }, at): [ProviderId, KeyFault][] => {
    const fault = toFault(answers[at]?.[0]);
    return fault ? [[provider, fault]] : [];
  });
  return new Map(found);
}

function toFault(row: unknown): KeyFault | undefined {
  const { code, at, minutes } = last.safeParse(row).data ?? {};
  if (!code || !at || !isErrorCode(code)) return undefined;
  const isNews = (minutes ?? 0) < (NEWS_MINUTES[code] ?? 0);
  return isNews ? { code, at: at.toISOString() } : undefined;
}
