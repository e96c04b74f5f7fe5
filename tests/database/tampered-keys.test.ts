import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import type { TransactionSql } from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { requireApiKey, resolveApiKeys } from "@/lib/keys/resolve-api-keys";
import { openDatabaseStore } from "@/lib/keys/stores/database";
import { checkedKey } from "../keys/key-store-contract";
import { clerkUser } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { scaled } from "../world/scale";

const database = setUpDatabase();
const UNREADABLE = "key_undecryptable";
let serial = 0;

beforeAll(() => {
  process.env.KEK_t2 = randomBytes(32).toString("base64url");
});

/** Anna is tampered with; Ben's keys are what a thief would like her to get, or the other way round. */
async function createPair(): Promise<{ anna: UserId; ben: UserId }> {
  serial += 1;
  const [anna, ben] = [clerkUser(`anna_${serial}`), clerkUser(`ben_${serial}`)];
  for (const user of [anna, ben])
    await openDatabaseStore().save(user, [
      checkedKey("gemini", `gemini of ${user}`.replaceAll(" ", "-")),
      checkedKey("exa", `exa of ${user}`.replaceAll(" ", "-")),
    ]);
  return { anna, ben };
}

/** Runs SQL as a superuser who switches even foreign keys off. */
async function tamper(work: (sql: TransactionSql) => Promise<unknown>): Promise<void> {
  await database().sql.begin(async (sql) => {
    await sql`SET LOCAL session_replication_role = replica`;
    await work(sql);
  });
}

/** `own` when a key is the user's own for that provider, else the failure; `STOLEN` must never occur. */
async function look(user: UserId): Promise<Record<string, string>> {
  const keys = Object.entries(await resolveApiKeys(user));
  return Object.fromEntries(
    keys.map(([provider, key]) => {
      if (!key.ok) return [provider, key.code];
      return [provider, key.secret.open() === `${provider}-of-${user}` ? "own" : "STOLEN"];
    }),
  );
}

const own = { gemini: "own", exa: "own" };
const geminiLost = { gemini: UNREADABLE, exa: "own" };
const allLost = { gemini: UNREADABLE, exa: UNREADABLE };

type Tampering = {
  name: string;
  work: (sql: TransactionSql, anna: UserId, ben: UserId) => Promise<unknown>;
  anna?: Record<string, string>;
  ben?: Record<string, string>;
};

const TAMPERINGS: Tampering[] = [
  {
    name: "another user's ciphertext",
    work: (sql, anna, ben) => sql`
      UPDATE api_keys SET key = (SELECT key FROM api_keys WHERE user_id = ${ben} AND provider = 'gemini')
      WHERE user_id = ${anna} AND provider = 'gemini'`,
  },
  {
    name: "another user's whole row but its ids",
    work: (sql, anna, ben) => sql`
      UPDATE api_keys a SET id = gen_random_uuid(), key = b.key, version = b.version, masked = b.masked
      FROM api_keys b WHERE b.user_id = ${ben} AND b.provider = 'gemini'
      AND a.user_id = ${anna} AND a.provider = 'gemini'`,
  },
  {
    name: "another user's row, given to her",
    work: async (sql, anna, ben) => {
      await sql`DELETE FROM api_keys WHERE user_id = ${anna} AND provider = 'gemini'`;
      await sql`
        UPDATE api_keys SET user_id = ${anna},
          session_id = (SELECT id FROM onboarding_sessions WHERE user_id = ${anna}),
          data_key_id = (SELECT id FROM data_keys WHERE user_id = ${anna})
        WHERE user_id = ${ben} AND provider = 'gemini'`;
    },
    ben: { exa: "own" },
  },
  {
    name: "another user's row, still bound to that user's data key",
    work: async (sql, anna, ben) => {
      await sql`DELETE FROM api_keys WHERE user_id = ${anna} AND provider = 'gemini'`;
      await sql`
        UPDATE api_keys SET user_id = ${anna},
          session_id = (SELECT id FROM onboarding_sessions WHERE user_id = ${anna})
        WHERE user_id = ${ben} AND provider = 'gemini'`;
    },
    anna: { exa: "own" },
    ben: { exa: "own" },
  },
  {
    name: "everything of another user, data key included, renamed to her",
    work: async (sql, anna, ben) => {
      for (const table of ["api_keys", "data_keys", "onboarding_sessions"]) {
        await sql`DELETE FROM ${sql(table)} WHERE user_id = ${anna}`;
        await sql`UPDATE ${sql(table)} SET user_id = ${anna} WHERE user_id = ${ben}`;
      }
    },
    anna: allLost,
    ben: {},
  },
  {
    name: "the ciphertext of her other provider",
    work: (sql, anna) => sql`
      UPDATE api_keys SET key = (SELECT key FROM api_keys WHERE user_id = ${anna} AND provider = 'exa')
      WHERE user_id = ${anna} AND provider = 'gemini'`,
  },
  {
    name: "providers exchanged",
    work: (sql, anna) => sql`
      UPDATE api_keys SET provider = 'copilotkit' WHERE user_id = ${anna} AND provider = 'gemini'`,
    anna: { copilotkit: UNREADABLE, exa: "own" },
  },
  {
    name: "a higher version",
    work: (sql, anna) => sql`
      UPDATE api_keys SET version = version + 1 WHERE user_id = ${anna} AND provider = 'gemini'`,
  },
  {
    name: "another row id",
    work: (sql, anna) => sql`
      UPDATE api_keys SET id = ${randomUUID()} WHERE user_id = ${anna} AND provider = 'gemini'`,
  },
  {
    name: "plain text in the place of the ciphertext",
    work: (sql, anna, ben) => sql`
      UPDATE api_keys SET key = ${Buffer.from(`gemini-of-${ben}`)}
      WHERE user_id = ${anna} AND provider = 'gemini'`,
  },
  ...[
    "''::bytea",
    "substr(key, 1, 29)",
    "substr(key, 1, length(key) - 1)",
    "key || '\\x00'::bytea",
    "'\\x02'::bytea || substr(key, 2)",
    "'\\x00'::bytea || key",
  ].map((expression) => ({
    name: `ciphertext := ${expression}`,
    work: (sql: TransactionSql, anna: UserId) =>
      sql.unsafe(
        `UPDATE api_keys SET key = ${expression} WHERE user_id = '${anna}' AND provider = 'gemini'`,
      ),
  })),
  {
    name: "another user's wrapped data key",
    work: (sql, anna, ben) => sql`
      UPDATE data_keys SET wrapped_key = (SELECT wrapped_key FROM data_keys WHERE user_id = ${ben})
      WHERE user_id = ${anna}`,
    anna: allLost,
  },
  {
    name: "wrapped data keys exchanged, and ciphertexts with them",
    work: async (sql, anna, ben) => {
      await sql`
        UPDATE data_keys d SET wrapped_key = o.wrapped_key FROM data_keys o
        WHERE (d.user_id, o.user_id) IN ((${anna}, ${ben}), (${ben}, ${anna}))`;
      await sql`
        UPDATE api_keys k SET key = o.key FROM api_keys o WHERE k.provider = o.provider
        AND (k.user_id, o.user_id) IN ((${anna}, ${ben}), (${ben}, ${anna}))`;
    },
    anna: allLost,
    ben: allLost,
  },
  {
    name: "another id for her data key",
    work: async (sql, anna) => {
      const id = randomUUID();
      await sql`UPDATE data_keys SET id = ${id} WHERE user_id = ${anna}`;
      await sql`UPDATE api_keys SET data_key_id = ${id} WHERE user_id = ${anna}`;
    },
    anna: allLost,
  },
  ...["t2", "gone", ""].map((kek) => ({
    name: `data key marked as wrapped by KEK "${kek}"`,
    work: (sql: TransactionSql, anna: UserId) =>
      sql`UPDATE data_keys SET kek_id = ${kek} WHERE user_id = ${anna}`,
    anna: allLost,
  })),
  {
    name: "her data key deleted",
    work: (sql, anna) => sql`DELETE FROM data_keys WHERE user_id = ${anna}`,
    anna: {},
  },
  {
    name: "her key marked as rejected",
    work: (sql, anna) => sql`
      UPDATE api_keys SET status = 'invalid' WHERE user_id = ${anna} AND provider = 'gemini'`,
    anna: { gemini: "key_rejected", exa: "own" },
  },
];

describe("a row that was tampered with", () => {
  it.each(TAMPERINGS)("gives no key: $name", async ({ work, ...expected }) => {
    const { anna, ben } = await createPair();
    expect([await look(anna), await look(ben)]).toEqual([own, own]);
    await tamper((sql) => work(sql, anna, ben));
    expect(await look(anna)).toEqual(expected.anna ?? geminiLost);
    expect(await look(ben)).toEqual(expected.ben ?? own);
    const code = (expected.anna ?? geminiLost).gemini ?? "key_missing";
    await expect(requireApiKey(anna, "gemini")).rejects.toMatchObject({ code });
  });

  it("gives no key when an old ciphertext comes back under the new version", async () => {
    const { anna } = await createPair();
    const row = () =>
      database()
        .sql`SELECT key, version FROM api_keys WHERE user_id = ${anna} AND provider = 'gemini'`;
    const [old] = await row();
    await openDatabaseStore().save(anna, [checkedKey("gemini", `gemini-of-${anna}`)]);
    await tamper(
      (sql) =>
        sql`UPDATE api_keys SET key = ${old?.key} WHERE user_id = ${anna} AND provider = 'gemini'`,
    );
    expect(await look(anna)).toEqual(geminiLost);
    await openDatabaseStore().save(anna, [checkedKey("gemini", `gemini-of-${anna}`)]);
    expect(await look(anna)).toEqual(own);
    expect(await row()).toMatchObject([{ version: 3 }]);
  });

  it("gives no key with any bit of the sealed or the wrapped key flipped", async () => {
    const { anna, ben } = await createPair();
    const target = fc.constantFrom(
      { table: "api_keys", column: "key" } as const,
      { table: "data_keys", column: "wrapped_key" } as const,
    );
    const flipped = fc.asyncProperty(target, fc.nat(), async ({ table, column }, bit) => {
      const flip = () =>
        database().sql.unsafe(
          `UPDATE ${table} SET ${column} = set_bit(${column}, ${bit} % (length(${column}) * 8), 1 - get_bit(${column}, ${bit} % (length(${column}) * 8))) WHERE user_id = '${anna}'`,
        );
      await flip();
      const damaged = [await look(anna), await look(ben)];
      await flip();
      expect([...damaged, await look(anna)]).toEqual([allLost, own, own]);
    });
    await fc.assert(flipped, { numRuns: scaled(1_000) });
  });

  it("gives no key under another VAULT_ENV or KEK, and gives it again when that is undone", async () => {
    const { anna } = await createPair();
    const kek = process.env.KEK_t1;
    process.env.VAULT_ENV = "staging";
    expect(await look(anna)).toEqual(allLost);
    delete process.env.VAULT_ENV;
    process.env.KEK_t1 = randomBytes(32).toString("base64url");
    expect(await look(anna)).toEqual(allLost);
    process.env.KEK_t1 = kek;
    expect(await look(anna)).toEqual(own);
  });
});
