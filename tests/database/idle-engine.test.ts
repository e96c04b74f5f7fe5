import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createWorld } from "@workflow/world-postgres";
import { Pool } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { LIMITS } from "@/lib/limits/registry";
import { askForJobsOnce } from "@/lib/start/engine/ask-for-jobs-once";
import { createDatabase, type TestDatabase } from "../world/database/create-database";
import { waitUntil } from "../world/wait-until";

let database: TestDatabase;
const server = createServer((_, response) => response.end("{}"));
beforeAll(async () => {
  database = await createDatabase({ engine: true });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  vi.stubEnv("WORKFLOW_LOCAL_BASE_URL", `http://127.0.0.1:${port}`);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  server.close();
  await database.drop();
});

const isForNextJob = (question: unknown) => JSON.stringify(question)?.includes("get_job") ?? false;

test("a hundred idle workers ask their database a few times, not each for itself", async () => {
  const pool = new Pool({ connectionString: database.url });
  // A pool says that it has ended before its connections have: the database goes first, and cuts them.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const counted = { asked: 0, sent: 0 };
  const count = (kind: "asked" | "sent") =>
    pool.on("connect", (client) => {
      client.query = new Proxy(client.query, {
        apply: (target, _self, given) => {
          if (isForNextJob(given[0])) counted[kind] += 1;
          return Reflect.apply(target, client, given);
        },
      });
    });
  count("sent");
  askForJobsOnce(pool);
  count("asked");
  const world = createWorld({ pool, queueConcurrency: LIMITS.workersPerServer });
  await world.start?.();
  await waitUntil("a thousand questions", async () => counted.asked > 1_000);
  await world.close?.();
  await pool.end();
  expect(counted.sent).toBeGreaterThan(0);
  expect(counted.sent).toBeLessThan(counted.asked / 4);
});
