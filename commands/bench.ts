/** `npm run bench`: prints each ratio against a baseline of the same run; fails when a limit is broken. */
import { randomBytes } from "node:crypto";
import path from "node:path";
import { startEmbedded } from "@/lib/db/embedded/start-embedded";
import { log } from "@/lib/logs/log";
import { createDatabase } from "@/tests/world/database/create-database";
import { benchFacts } from "../bench/bench-facts";
import { benchFirstWord } from "../bench/bench-first-word";
import { benchManyRuns } from "../bench/bench-many-runs";
import { benchResolver } from "../bench/bench-resolver";
import { benchWholePost } from "../bench/bench-whole-post";
import { printRatio } from "../bench/print-ratio";

log.level = "silent";
const server = await startEmbedded(path.resolve(".data/test"), ["fsync=off"]);
const database = await createDatabase({ serverUrl: server.url, engine: true });
Object.assign(process.env, {
  DEPLOY_ENV: "self-hosted",
  DATABASE_URL: database.url,
  NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: "pk_live_bench",
  CLERK_SECRET_KEY: "sk_live_bench",
  CLERK_JWT_KEY: "bench",
  CLERK_AUTHORIZED_PARTIES: "http://localhost",
  KEK_CURRENT: "b1",
  KEK_b1: randomBytes(32).toString("base64url"),
});

const kept = [];
for (const bench of [benchFacts, benchResolver, benchFirstWord, benchWholePost, benchManyRuns])
  for (const ratio of [await bench()].flat()) kept.push(printRatio(ratio));
await database.drop();
process.exit(kept.every(Boolean) ? 0 : 1);
