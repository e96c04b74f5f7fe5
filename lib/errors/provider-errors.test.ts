import { expect, test } from "vitest";
import { PROVIDER_ERRORS } from "./provider-errors";

/** Whatever a provider's refusal has to do with a person's key, account, model or network. */
const MENDABLE = [
  ...["key_rejected", "key_expired", "key_deleted", "key_leaked", "account_suspended"],
  ...["key_referrer_blocked", "key_address_blocked", "key_api_blocked", "key_may_not_write"],
  ...["api_disabled", "project_denied", "billing_required", "country_refused"],
  ...["prepaid_used_up", "spending_cap", "quota_none", "quota_minute", "quota_day", "quota_hours"],
  ...["model_closed", "model_unavailable", "model_dearer", "thoughts_too_long"],
  ...["provider_overloaded", "gateway_refused", "no_credits"],
] as const;

test("each refusal has a title and a sentence of its own, and the link that mends it", () => {
  const rows = MENDABLE.map((code) => PROVIDER_ERRORS[code]);
  expect(new Set(rows.map(({ title }) => title)).size).toBe(rows.length);
  expect(new Set(rows.map(({ detail }) => detail)).size).toBe(rows.length);
  for (const { title, fixUrl } of rows) expect(fixUrl, title).toMatch(/^(\/[a-z]|https:\/\/)/);
});
