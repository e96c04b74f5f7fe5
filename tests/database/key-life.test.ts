import { expect, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { callGemini } from "@/lib/calls/call-gemini";
import { openCaller } from "@/lib/calls/open-caller";
import { deleteApiKey } from "@/lib/keys/delete-api-key";
import { findKeyProblems } from "@/lib/keys/find-key-problems";
import { fingerprintKey } from "@/lib/keys/fingerprint-key";
import { listApiKeys } from "@/lib/keys/list-api-keys";
import { listKeyEvents } from "@/lib/keys/list-key-events";
import { readKeyFacts } from "@/lib/keys/read-key-facts";
import { recordUse } from "@/lib/keys/record-use";
import { recordVerdict } from "@/lib/keys/record-verdict";
import { requireApiKey } from "@/lib/keys/resolve-api-keys";
import { Secret } from "@/lib/secret";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { setUpSandbox } from "../world/servers/set-up-sandbox";

setUpDatabase();
setUpSandbox();

const PROMPT = { operation: "section", system: "", prompt: "Task: rewrite", maxOutputTokens: 50 };
const call = async (user: UserId) => {
  const caller = await openCaller(user, () => {}, new AbortController().signal);
  await callGemini(caller, PROMPT, () => {});
};

test("a key that a call finds rejected is marked at once, with the reason and where it is mended, and told once", async () => {
  const user = clerkUser("rejected_in_use");
  await saveKeyDirectly(user, {
    gemini: "leaked-gemini-key-000001",
    exa: "ok-exa-key-00000000001",
  });
  const calls = await Promise.allSettled([call(user), call(user), call(user)]);
  expect(calls.every(({ status }) => status === "rejected")).toBe(true);
  const keys = await listApiKeys(user);
  expect(keys.find(({ provider }) => provider === "gemini")).toMatchObject({
    status: "invalid",
    problem: "key_leaked",
  });
  expect(findKeyProblems(keys)).toEqual([
    {
      provider: "gemini",
      name: "Gemini",
      code: "key_leaked",
      variable: null,
      reason: expect.stringContaining("leaked"),
      fixUrl: expect.stringMatching(/^https:/),
    },
  ]);
  await expect(call(user)).rejects.toMatchObject({ code: "key_rejected" });
  const { events } = await listKeyEvents(user);
  expect(events.filter(({ event }) => event === "rejected").length).toBeLessThanOrEqual(3);
  expect(events[0]).toMatchObject({ provider: "gemini", event: "rejected", detail: "key_leaked" });
});

test("a verdict on an old key says nothing of the one that replaced it", async () => {
  const user = clerkUser("replaced_meanwhile");
  await saveKeyDirectly(user, { gemini: "ok-first-key-00000000001" });
  const old = await requireApiKey(user, "gemini");
  await saveKeyDirectly(user, { gemini: "ok-second-key-0000000001" });
  await recordVerdict(user, {
    provider: "gemini",
    version: old.version,
    works: false,
    problem: "key_rejected",
  });
  expect(await listApiKeys(user)).toMatchObject([{ status: "valid", problem: null, version: 2 }]);
  await recordVerdict(user, {
    provider: "gemini",
    version: 2,
    works: false,
    problem: "account_suspended",
  });
  await recordVerdict(user, { provider: "gemini", version: 2, works: true });
  expect(await listApiKeys(user)).toMatchObject([
    { status: "invalid", problem: "account_suspended" },
  ]);
  await saveKeyDirectly(user, { gemini: "ok-third-key-00000000001" });
  expect(await listApiKeys(user)).toMatchObject([{ status: "valid", problem: null, version: 3 }]);
});

test("a key is never used until it is, and the timeline tells the whole of its life, page by page", async () => {
  const user = clerkUser("whole_life");
  await saveKeyDirectly(user, { copilotkit: "ck_pub_0123456789abcdef01" });
  expect(await listApiKeys(user)).toMatchObject([{ lastUsedAt: null, source: "vault" }]);
  await recordUse(user, "copilotkit", await requireApiKey(user, "copilotkit"));
  const [used] = await listApiKeys(user);
  expect(Date.now() - Date.parse(used?.lastUsedAt ?? "")).toBeLessThan(60_000);

  for (let at = 0; at < 60; at += 1)
    await recordVerdict(user, { provider: "copilotkit", version: 1, works: true });
  const first = await listKeyEvents(user);
  expect(first.events).toHaveLength(50);
  const second = await listKeyEvents(user, first.nextCursor ?? undefined);
  expect(second.nextCursor).toBeNull();
  const ids = [...first.events, ...second.events].map(({ id }) => id);
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  expect(ids).toHaveLength(62);
  expect(second.events.slice(-2).map(({ event }) => event)).toEqual(["checked", "created"]);
  expect((await listKeyEvents(clerkUser("somebody_else"))).events).toEqual([]);
});

test("a key that is deleted and saved again is another one: nothing that is said of the old touches it", async () => {
  const user = clerkUser("saved_again");
  await saveKeyDirectly(user, { gemini: "ok-first-key-00000000001" });
  await deleteApiKey(user, "gemini");
  await saveKeyDirectly(user, { gemini: "ok-second-key-0000000001" });
  await recordVerdict(user, {
    provider: "gemini",
    version: 1,
    works: false,
    problem: "key_leaked",
  });
  expect(await listApiKeys(user)).toMatchObject([{ status: "valid", problem: null, version: 2 }]);
  expect((await requireApiKey(user, "gemini")).version).toBe(2);
});

test("what happened to a key that stands in no table is known by its fingerprint", async () => {
  const user = clerkUser("of_the_shell");
  const version = fingerprintKey("ok-key-of-the-shell-0001");
  expect((await readKeyFacts(user))({ provider: "exa", version })).toEqual({
    lastUsedAt: undefined,
    verdict: undefined,
  });
  await listApiKeys(user);
  await recordUse(user, "exa", new Secret("exa", "ok-key-of-the-shell-0001", version));
  const verdict = { works: false, problem: "key_rejected" } as const;
  await recordVerdict(user, { provider: "gemini", version, ...verdict });
  const find = await readKeyFacts(user);
  const { lastUsedAt } = find({ provider: "exa", version });
  expect(Date.now() - (lastUsedAt?.getTime() ?? 0)).toBeLessThan(60_000);
  expect(find({ provider: "gemini", version }).verdict).toMatchObject({
    event: "rejected",
    detail: "key_rejected",
  });
  expect(find({ provider: "gemini", version: version + 1 }).verdict).toBeUndefined();
});
