import { expect, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { checkSavedKey } from "@/lib/keys/check-saved-key";
import { listApiKeys } from "@/lib/keys/list-api-keys";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { setUpSandbox } from "../world/servers/set-up-sandbox";

const database = setUpDatabase();
setUpSandbox();

const statuses = async (user: UserId) =>
  Object.fromEntries((await listApiKeys(user)).map(({ provider, status }) => [provider, status]));
const history = async (user: UserId) => {
  const rows = await database().sql`
    SELECT provider, event, detail FROM api_key_events
    WHERE user_id = ${user} AND event <> 'created' ORDER BY id`;
  return rows.slice(2).map(({ provider, event, detail }) => `${provider} ${event} ${detail}`);
};

test("a saved key is asked about again, and the answer is remembered of that user's key alone", async () => {
  const [user, other] = [clerkUser("asks_again"), clerkUser("asks_nothing")];
  await saveKeyDirectly(user, {
    gemini: "bad-saved-gemini-key-0001",
    exa: "ok-saved-exa-key-00000001",
  });
  await saveKeyDirectly(other, { gemini: "bad-other-gemini-key-0001" });
  expect((await checkSavedKey(user, "exa")).status).toBe("valid");
  expect((await checkSavedKey(user, "gemini")).status).toBe("invalid");
  expect(await statuses(user)).toEqual({ gemini: "invalid", exa: "valid" });
  expect(await statuses(other)).toEqual({ gemini: "valid" });
  expect(await history(user)).toEqual(["exa checked valid", "gemini rejected key_rejected"]);
  const ledger = await database().sql`
    SELECT provider, key_version AS version, status, error_code AS error, cost_usd::float AS usd,
      cost_basis AS basis, response_id IS NOT NULL AS named
    FROM usage_events WHERE user_id = ${user} AND operation = 'check' ORDER BY created_at`;
  const exa = { provider: "exa", version: 1, basis: "provider", named: true };
  const gemini = { provider: "gemini", version: 1, basis: "provider", named: false };
  expect(ledger).toEqual([
    { ...exa, status: "settled", error: null, usd: 0.007 },
    { ...gemini, status: "failed", error: "key_rejected", usd: 0 },
  ]);
});

test("what was known of a key stays where nobody could be asked", async () => {
  const user = clerkUser("asks_in_vain");
  await saveKeyDirectly(user, { gemini: "probe-500-saved-gemini-0001" });
  expect((await checkSavedKey(user, "gemini")).status).toBe("unknown");
  expect(await statuses(user)).toEqual({ gemini: "valid" });
});

test("nobody is asked about a key that is missing or known to be refused", async () => {
  const user = clerkUser("asks_of_nothing");
  await expect(checkSavedKey(user, "exa")).rejects.toMatchObject({ code: "key_missing" });
  await saveKeyDirectly(user, { exa: "bad-saved-exa-key-00000002" });
  await checkSavedKey(user, "exa");
  await expect(checkSavedKey(user, "exa")).rejects.toMatchObject({ code: "key_rejected" });
});
