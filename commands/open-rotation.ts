import nextEnv from "@next/env";
import { openPool, registerEmbeddedDatabase } from "@/lib/db/connect";
import { startEmbedded } from "@/lib/db/embedded/start-embedded";
import { currentEnv, readVar } from "@/lib/env";
import type { Rotation } from "@/lib/keys/rotation/rotate-batch";
import { openKeyRing } from "@/lib/keys/vault/key-ring";

/**
 * Opens what `npm run keys:*` works with: the ring, and a connection that takes the role
 * `alwrity_rotator`. `ROTATION_DATABASE_URL` may be a login that can take no other role.
 */
export async function openRotation(): Promise<Rotation & { close: () => Promise<void> }> {
  nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error });
  const env = currentEnv();
  const given = readVar(env, "ROTATION_DATABASE_URL") ?? readVar(env, "DATABASE_URL");
  const server = given ? undefined : await startEmbedded();
  if (server) registerEmbeddedDatabase(server.url);
  const sql = openPool(given ?? server?.url ?? "", 2);
  const vaultEnv = readVar(env, "VAULT_ENV") ?? "production";
  const close = async () => {
    await sql.end({ timeout: 5 });
    if (server?.started) await server.stop();
  };
  return { sql, ring: openKeyRing(), vaultEnv, close };
}
