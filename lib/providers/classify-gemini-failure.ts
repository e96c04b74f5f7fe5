import type { ErrorCode } from "../errors";
import { LIMITS } from "../limits/registry";

/** What a failed answer says. `isOwn` is false where a page of a gateway came instead of Google's JSON. */
export type GeminiFailure = {
  status: number;
  message: string;
  details: Record<string, unknown>[];
  isOwn: boolean;
};

/** A longer wait than this is not worth holding a call for, in seconds. */
const LONGEST_WAIT = LIMITS.quotaWaitSeconds.most;

/** What Google says of a key, whichever status it says it with: a bad key is a 400. */
const OF_KEYS: [RegExp, ErrorCode][] = [
  [/API key (has )?expired/i, "key_expired"],
  [/API key not found|API key (was|has been) deleted/i, "key_deleted"],
  [/API_KEY_INVALID|API key not valid|invalid API key/i, "key_rejected"],
  [/reported as leaked|key .{0,40}leaked/i, "key_leaked"],
  [/CONSUMER_SUSPENDED|has been suspended/i, "account_suspended"],
];

const OF_REQUESTS: [RegExp, ErrorCode][] = [
  [/enable billing|BILLING_DISABLED|billing (account|is|to be)/i, "billing_required"],
  [
    /location is not supported|not (available|supported) in your (country|region|location)/i,
    "country_refused",
  ],
  [/FAILED_PRECONDITION/, "billing_required"],
];

const OF_ACCESS: [RegExp, ErrorCode][] = [
  [/SERVICE_DISABLED|has not been used in project/i, "api_disabled"],
  [
    /API_KEY_(HTTP_REFERRER|ANDROID|IOS)\w*BLOCKED|Requests from (referr?er|this .* client)/i,
    "key_referrer_blocked",
  ],
  [/API_KEY_IP_ADDRESS_BLOCKED|IP address restriction/i, "key_address_blocked"],
  [/API_KEY_SERVICE_BLOCKED|Requests to this API .* are blocked/i, "key_api_blocked"],
  [/denied access/i, "project_denied"],
  ...OF_REQUESTS,
];

/** No waiting within a minute mends these. A limit of 0 is no limit that was used up. */
const OF_QUOTAS: [RegExp, ErrorCode][] = [
  [
    /prepa(y|id)|credits? (are|is|has been) (depleted|exhausted|used up)|out of credits/i,
    "prepaid_used_up",
  ],
  [/spend(ing)?[ -](cap|limit)|SPEND(ING)?_(CAP|LIMIT)/i, "spending_cap"],
  [
    /\blimit:\s*0(?![\d.])|"quotaValue":\s*"?0"?[,}]|"quota_limit_value":\s*"?0"?[,}]/,
    "quota_none",
  ],
  [/PerDay/, "quota_day"],
];

const CLOSED =
  /no longer (available|supported)|(has been|was|is) (retired|shut ?down|discontinued|deprecated)|new users/i;

/**
 * The row of the error table that a failed answer of Gemini belongs to. Only what Google itself says of
 * a key counts against it: a gateway's page, or a refusal that gives no reason, does not.
 */
export function classifyGeminiFailure(failure: GeminiFailure): ErrorCode {
  const { status, isOwn } = failure;
  if (status === 503) return "provider_overloaded";
  if (status === 408 || status >= 500) return "provider_unreachable";
  if (status === 429) return find(OF_QUOTAS, failure) ?? classifyWait(failure);
  if (!isOwn)
    return status === 404 || status === 401 || status === 403
      ? "gateway_refused"
      : "provider_refused";
  if (status === 404) return says(failure, CLOSED) ? "model_closed" : "model_unavailable";
  const ofKey = find(OF_KEYS, failure);
  if (ofKey) return ofKey;
  if (status === 401 || status === 403) return find(OF_ACCESS, failure) ?? "key_may_not_write";
  return (status === 400 && find(OF_REQUESTS, failure)) || "provider_refused";
}

/** Seconds in `RetryInfo.retryDelay` ("34.4s"), rounded up. */
export function readRetryDelay({ details }: Pick<GeminiFailure, "details">): number | undefined {
  const delay = details
    .map((detail) => detail.retryDelay)
    .find((value) => typeof value === "string");
  const seconds = Number.parseFloat(delay ?? "");
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : undefined;
}

/** True for the 400 of a model that takes no such thinking setting. */
export function refusesThinking({ status, message }: GeminiFailure): boolean {
  return status === 400 && /think/i.test(message);
}

function classifyWait(failure: GeminiFailure): ErrorCode {
  return (readRetryDelay(failure) ?? 0) > LONGEST_WAIT ? "quota_hours" : "quota_minute";
}

function find(rows: [RegExp, ErrorCode][], failure: GeminiFailure): ErrorCode | undefined {
  return rows.find(([pattern]) => says(failure, pattern))?.[1];
}

function says({ message, details }: GeminiFailure, pattern: RegExp): boolean {
  return pattern.test(message) || pattern.test(JSON.stringify(details));
}
