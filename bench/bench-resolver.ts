import { mintUserId } from "@/lib/auth/user-id";
import { connect } from "@/lib/db/connect";
import { openDatabaseStore } from "@/lib/keys/stores/database";
import { readSealedKeys } from "@/lib/keys/stores/read-sealed-keys";
import { Secret } from "@/lib/secret";
import { measure, median, type Ratio } from "./print-ratio";

const SAMPLES = 1_000;
const WARM_UP = 200;

/**
 * Resolving all keys of a user with decryption, against the plain `SELECT … JOIN` of the diagrams
 * through the same driver and pool, taken in turns.
 */
export async function benchResolver(): Promise<Ratio> {
  const user = mintUserId("user_clerk_bench");
  const keys = (["gemini", "exa", "copilotkit"] as const).map((provider) => ({
    provider,
    secret: new Secret(provider, `ok-bench-${provider}-0123456789012345678901234567890`),
    status: "valid" as const,
  }));
  await openDatabaseStore().save(user, keys);
  const sql = connect();
  const join = () => sql`SELECT k.provider, k.key FROM api_keys k
    JOIN onboarding_sessions s ON k.session_id = s.id WHERE s.user_id = ${user}`;
  const [plain, resolved]: [number[], number[]] = [[], []];
  for (let sample = -WARM_UP; sample < SAMPLES; sample += 1) {
    const one = await measure(async () => join());
    const other = await measure(() => readSealedKeys(user));
    if (sample >= 0) plain.push(one);
    if (sample >= 0) resolved.push(other);
  }
  const ratio = median(resolved) / median(plain);
  return {
    name: "resolve all keys of a user, decrypted ÷ plain SELECT … JOIN",
    ratio,
    limit: 3,
    samples: SAMPLES,
  };
}
