import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { openKeyRing } from "@/lib/keys/vault/key-ring";
import { createDataKey, sealKey } from "@/lib/keys/vault/seal-key";
import { Secret } from "@/lib/secret";

const ENV = "production";
const A_TIME = 500;

/** Many users, each with a Gemini key sealed under a data key of their own, written in bulk. */
export async function seedSealedKeys(
  sql: postgres.Sql,
  users: { userId: string; key: string }[],
): Promise<void> {
  const ring = openKeyRing();
  for (let at = 0; at < users.length; at += A_TIME) {
    const made = await Promise.all(users.slice(at, at + A_TIME).map((user) => seal(ring, user)));
    await sql`INSERT INTO onboarding_sessions ${sql(made.map(({ session }) => session))}`;
    await sql`INSERT INTO data_keys ${sql(made.map(({ dataKey }) => dataKey))}`;
    await sql`INSERT INTO api_keys ${sql(made.map(({ apiKey }) => apiKey))}`;
  }
}

async function seal(
  ring: ReturnType<typeof openKeyRing>,
  { userId, key }: { userId: string; key: string },
) {
  const [sessionId, dataKeyId, apiKeyId] = [randomUUID(), randomUUID(), randomUUID()];
  const stored = await createDataKey(ring, dataKeyId, ENV, userId);
  const dataKey = await ring.unwrap(stored, ["alwrity-data-key", "1", ENV, userId, dataKeyId]);
  const context = {
    env: ENV,
    userId,
    provider: "gemini" as const,
    apiKeyId,
    version: 1,
    dataKeyId,
  };
  const sealed = await sealKey(dataKey, context, new Secret("gemini", key));
  return {
    session: { id: sessionId, user_id: userId },
    dataKey: {
      id: dataKeyId,
      user_id: userId,
      wrapped_key: Buffer.from(stored.wrapped),
      kek_id: stored.kekId,
      kek_version: stored.kekVersion,
    },
    apiKey: {
      id: apiKeyId,
      session_id: sessionId,
      user_id: userId,
      provider: "gemini",
      key: Buffer.from(sealed),
      version: 1,
      data_key_id: dataKeyId,
      masked: "",
      status: "valid",
      saved_at: new Date(),
    },
  };
}
