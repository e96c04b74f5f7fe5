import { randomBytes } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { errorRow } from "@/lib/errors";
import { checkApiKeys, describeOutcomes } from "@/lib/keys/check-api-keys";
import { deleteApiKey } from "@/lib/keys/delete-api-key";
import { listApiKeys } from "@/lib/keys/list-api-keys";
import { requireApiKey, resolveApiKeys } from "@/lib/keys/resolve-api-keys";
import { saveApiKeys } from "@/lib/keys/save-api-keys";
import { getProvider } from "@/lib/providers/registry";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { setUpSandbox } from "../world/servers/set-up-sandbox";

const database = setUpDatabase();
setUpSandbox();

const backToProduction = () => {
  for (const name of ["GEMINI_API_KEY", "EXA_API_KEY", "DEBUG"]) delete process.env[name];
  process.env.DEPLOY_ENV = "self-hosted";
};
afterEach(backToProduction);
const stored = async (user: UserId) =>
  (await listApiKeys(user)).map(({ provider, status }) => [provider, status]);

test("keys are checked all at once, and each answer says what its provider said", async () => {
  const outcomes = await checkApiKeys(clerkUser("checks"), {
    gemini: "bad-checked-gemini-00001",
    exa: "ok-checked-exa-000000001",
    copilotkit: "ck_pub_0123456789abcdef0123456789abcdef",
  });
  const { title, detail } = errorRow("key_rejected");
  expect(describeOutcomes(outcomes)).toEqual([
    { provider: "gemini", status: "invalid", code: "key_rejected", detail: `${title}. ${detail}` },
    { provider: "exa", status: "valid" },
    expect.objectContaining({ provider: "copilotkit" }),
  ]);
  expect(outcomes[1]?.secret.open()).toBe("ok-checked-exa-000000001");
  const [only, ...others] = await checkApiKeys(clerkUser("checks_one"), {
    exa: "ok-checked-exa-000000002",
  });
  expect([only?.provider, others]).toEqual(["exa", []]);
});

test("all are saved or none: what a provider refuses is named with its page, and remembered without the key", async () => {
  const user = clerkUser("saves");
  const keys = { gemini: "bad-saved-gemini-0000001", exa: "ok-saved-exa-00000000001" };
  const { name, keyUrl } = getProvider("gemini").card;
  await expect(saveApiKeys(user, keys)).rejects.toMatchObject({
    code: "invalid",
    context: {
      detail: "Nothing was saved.",
      fields: [
        {
          field: "gemini",
          message: `${name}: ${errorRow("key_rejected").title}. Create a new key at ${keyUrl}.`,
        },
      ],
    },
  });
  expect(await stored(user)).toEqual([]);
  const events = await database().sql`
    SELECT provider, event, detail, version FROM api_key_events WHERE user_id = ${user}`;
  expect(events).toEqual([
    { provider: "gemini", event: "rejected", detail: "key_rejected", version: null },
  ]);
  await saveApiKeys(user, { ...keys, gemini: "ok-saved-gemini-00000001" });
  expect(await stored(user)).toEqual([
    ["gemini", "valid"],
    ["exa", "valid"],
  ]);
  const resolved = await resolveApiKeys(user);
  expect(resolved.exa).toMatchObject({ ok: true });
});

test("a key whose provider could not be asked is saved as unknown", async () => {
  const user = clerkUser("saves_unasked");
  await saveApiKeys(user, { gemini: "probe-500-unasked-gemini-01" });
  expect(await stored(user)).toEqual([["gemini", "unknown"]]);
});

test("a call whose key is missing, or cannot be opened, says which", async () => {
  const user = clerkUser("asks_for_keys");
  for (const provider of ["gemini", "exa"] as const)
    await expect(requireApiKey(user, provider)).rejects.toMatchObject({
      code: "key_missing",
      context: { provider },
    });
  await saveKeyDirectly(user, { exa: "ok-opened-exa-000000001" });
  await database().sql`UPDATE api_keys SET key = ${randomBytes(60)} WHERE user_id = ${user}`;
  await expect(requireApiKey(user, "exa")).rejects.toMatchObject({
    code: "key_undecryptable",
    context: { provider: "exa" },
  });
});

test("a deleted key is gone, and one that is not there is said not to be", async () => {
  const [user, other] = [clerkUser("deletes"), clerkUser("deletes_nothing")];
  for (const one of [user, other]) await saveKeyDirectly(one, { exa: "ok-deleted-exa-000000001" });
  await deleteApiKey(user, "exa");
  expect(await stored(user)).toEqual([]);
  expect(await stored(other)).toEqual([["exa", "valid"]]);
  await expect(deleteApiKey(user, "exa")).rejects.toMatchObject({
    code: "not_found",
    context: { provider: "exa" },
  });
});

test("in development the shell's keys are listed with what the database remembers of the same key, and not deleted", async () => {
  const user = clerkUser("develops");
  await saveKeyDirectly(user, { gemini: "ok-shell-gemini-0000001", exa: "ok-other-exa-000000001" });
  const [known] = await listApiKeys(user);
  Object.assign(process.env, {
    DEBUG: "true",
    GEMINI_API_KEY: "ok-shell-gemini-0000001",
    EXA_API_KEY: "ok-shell-exa-00000009999",
  });
  delete process.env.DEPLOY_ENV;
  const [gemini, exa] = await listApiKeys(user);
  expect(gemini).toMatchObject({
    ...{ provider: "gemini", source: "shell", variable: "GEMINI_API_KEY", status: "valid" },
    ...{ savedAt: known?.savedAt, checkedAt: known?.checkedAt, problem: null, lastUsedAt: null },
  });
  expect(exa).toMatchObject({
    ...{ provider: "exa", source: "shell", variable: "EXA_API_KEY", status: "unknown" },
    ...{ savedAt: null, checkedAt: null, problem: null, lastUsedAt: null },
  });

  await expect(deleteApiKey(user, "exa")).rejects.toMatchObject({
    code: "key_of_shell",
    context: { provider: "exa", detail: expect.stringContaining("Unset EXA_API_KEY") },
  });
  backToProduction();
  expect(await stored(user)).toEqual([
    ["gemini", "valid"],
    ["exa", "valid"],
  ]);
});
