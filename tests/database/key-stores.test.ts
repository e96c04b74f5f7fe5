import { describe, expect, it } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { mintUserId } from "@/lib/auth/user-id";
import { openDatabaseStore } from "@/lib/keys/stores/database";
import { checkedKey, describeKeyStore, resolveValues } from "../keys/key-store-contract";
import { clerkUser } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";

const database = setUpDatabase();
const store = openDatabaseStore();
let serial = 0;

function createUser(): UserId {
  serial += 1;
  return clerkUser(`store_${serial}`);
}

describeKeyStore("the database", async () => {
  const user = createUser();
  const name = `refused_${serial}`;
  return {
    store,
    user,
    refuseOne: async () => {
      const rule = `CHECK (user_id <> '${user}' OR provider <> 'exa')`;
      await database().sql.unsafe(`ALTER TABLE api_keys ADD CONSTRAINT ${name} ${rule}`);
      return checkedKey("exa", "looks-fine");
    },
    close: async () => {
      await database().sql.unsafe(`ALTER TABLE api_keys DROP CONSTRAINT IF EXISTS ${name}`);
    },
  };
});

describe("the database as a store of keys", () => {
  const history = async (user: UserId) => {
    const rows = await database().sql`
      SELECT provider, event, version, detail FROM api_key_events WHERE user_id = ${user} ORDER BY id`;
    return rows.map(({ provider, event, version, detail }) =>
      [provider, event, version, detail].filter((part) => part !== null).join(" "),
    );
  };
  const versions = async (user: UserId) => {
    const keys = await store.resolve(user);
    return [keys.gemini, keys.exa].map((key) => key?.ok && key.secret.version);
  };

  it("never shows, resolves or deletes another user's keys, whatever the user is called", async () => {
    const names = [
      "user_a",
      "USER_A",
      "user_a ",
      "user_a'--",
      "user_%",
      "",
      "null",
      "ünï",
      "a".repeat(255),
    ];
    const users = names.filter(Boolean).map(mintUserId);
    await Promise.all(
      users.map((user) =>
        store.save(user, [checkedKey("gemini", `of-${user.length}-${users.indexOf(user)}`)]),
      ),
    );
    const nobody = createUser();
    expect([await store.list(nobody), await store.resolve(nobody)]).toEqual([[], {}]);
    expect(await store.delete(nobody, "gemini")).toBe(false);
    for (const [index, user] of users.entries()) {
      expect(await resolveValues(store, user)).toEqual({ gemini: `of-${user.length}-${index}` });
      expect(await store.list(user)).toHaveLength(1);
      expect(await store.delete(user, "exa")).toBe(false);
    }
    const [first, ...others] = users;
    expect(first && (await store.delete(first, "gemini"))).toBe(true);
    for (const user of others) expect(await store.list(user)).toHaveLength(1);
  });

  it("counts the versions of each key up, also when 20 saves come at once", async () => {
    const user = createUser();
    await store.save(user, [checkedKey("gemini", "g-1"), checkedKey("exa", "e-1")]);
    expect(await versions(user)).toEqual([1, 1]);
    const saves = Array.from({ length: 20 }, (_, tag) =>
      store.save(user, [checkedKey("gemini", `g-${tag}`)]),
    );
    await Promise.all(saves);
    expect(await versions(user)).toEqual([21, 1]);
    const events = (await history(user)).filter((event) => event.startsWith("gemini replaced"));
    expect(events).toEqual(Array.from({ length: 20 }, (_, tag) => `gemini replaced ${tag + 2}`));
    const [count] = await database()
      .sql`SELECT count(*)::int AS rows, count(DISTINCT data_key_id)::int AS keys FROM api_keys WHERE user_id = ${user}`;
    expect(count).toEqual({ rows: 2, keys: 1 });
  });

  it("writes what happened into the history, in order, and nothing of a key or its ciphertext", async () => {
    const user = createUser();
    const secret = "AIzaSyHistoryKeepsNothingOfThis-1234";
    await store.save(user, [checkedKey("gemini", secret)]);
    await store.save(user, [{ ...checkedKey("gemini", `${secret}5`), status: "unknown" }]);
    await store.delete(user, "gemini");
    await store.delete(user, "gemini");
    expect(await history(user)).toEqual([
      "gemini created 1",
      "gemini checked 1 valid",
      "gemini replaced 2",
      "gemini checked 2 unknown",
      "gemini deleted 2",
    ]);
    const [row] = await database().sql`
      SELECT string_agg(e::text, ' ') AS text FROM api_key_events e WHERE user_id = ${user}`;
    for (const part of [secret.slice(4, 12), secret.slice(-8)])
      expect(row?.text).not.toContain(part);
  });

  it("keeps of a refused save neither key nor history", async () => {
    const user = createUser();
    const sealed = () =>
      database().sql`SELECT id, version, key FROM api_keys WHERE user_id = ${user}`;
    await store.save(user, [checkedKey("gemini", "kept")]);
    const [before, events] = [await sealed(), await history(user)];
    await database()
      .sql`ALTER TABLE api_key_events ADD CONSTRAINT full_disk CHECK (provider <> 'exa') NOT VALID`;
    const refused = store.save(user, [checkedKey("gemini", "lost"), checkedKey("exa", "lost")]);
    await expect(refused).rejects.toThrow("Database error 23514 on full_disk");
    await database().sql`ALTER TABLE api_key_events DROP CONSTRAINT full_disk`;
    expect([await sealed(), await history(user)]).toEqual([before, events]);
  });

  it("leaves the wizard's progress alone", async () => {
    const user = createUser();
    const progress = () => database().sql`
      SELECT current_step, progress, steps FROM onboarding_sessions WHERE user_id = ${user}`;
    await store.save(user, [checkedKey("gemini", "g-1"), checkedKey("exa", "e-1")]);
    expect(await progress()).toMatchObject([{ current_step: 0, progress: 0, steps: {} }]);
    await database().sql`
      UPDATE onboarding_sessions SET current_step = 3, progress = 50, steps = '{"api-keys":"completed"}'
      WHERE user_id = ${user}`;
    const before = await progress();
    await store.save(user, [checkedKey("gemini", "g-2")]);
    await store.delete(user, "gemini");
    await store.delete(user, "exa");
    expect(await progress()).toEqual(before);
  });

  it("stores ciphertext alone, and lists without opening anything", async () => {
    const user = createUser();
    const secret = "AIzaSyStoredAsCiphertextOnly-987654";
    await store.save(user, [checkedKey("gemini", secret)]);
    const [row] = await database()
      .sql`SELECT key, masked, k::text AS text FROM api_keys k WHERE user_id = ${user}`;
    expect(Buffer.from(row?.key).includes("AIza")).toBe(false);
    expect(row?.text).not.toContain(secret.slice(0, 12));
    const ring = process.env.KEK_t1;
    process.env.KEK_t1 = "";
    process.env.KEK_CURRENT = "gone";
    expect(await store.list(user)).toMatchObject([
      { provider: "gemini", masked: row?.masked, status: "valid" },
    ]);
    Object.assign(process.env, { KEK_t1: ring, KEK_CURRENT: "t1" });
    expect(await resolveValues(store, user)).toEqual({ gemini: secret });
  });
});
