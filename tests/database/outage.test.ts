import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { asUser } from "@/lib/db/as-user";
import { LIMITS } from "@/lib/limits/registry";
import { createDatabase } from "../world/database/create-database";
import { clerkUser } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { openTcpProxy, type TcpProxy } from "../world/servers/open-tcp-proxy";

/** Ten times the longest that a refused connection waits; the driver by itself waits up to twenty seconds. */
const SOON_MS = 3_000;
const user = clerkUser("outage");
let wire: TcpProxy;

setUpDatabase(async () => {
  const database = await createDatabase();
  wire = await openTcpProxy(database.url);
  const drop = async () => {
    await wire.close();
    await database.drop();
  };
  return { ...database, url: wire.url, drop };
});

const ask = () => asUser(user, (tx) => tx.execute("SELECT 1").then(() => "answered"));
const askAll = () =>
  Promise.allSettled(Array.from({ length: 2 * LIMITS.databaseConnections.server }, ask));
const soon = (asked: Promise<unknown>) => Promise.race([asked, pause(SOON_MS, "late")]);

test("while the database is away everybody is told at once, and whoever asks first when it is back is served", async () => {
  await askAll();
  await wire.cut();
  await askAll();
  for (let times = 0; times < 12; times += 1) {
    const told = await soon(ask().catch(({ code }) => code));
    expect(told).toBe("vault_unavailable");
  }
  await wire.mend();
  expect(await soon(ask())).toBe("answered");
  const all = await askAll();
  expect(all.filter(({ status }) => status === "rejected")).toEqual([]);
});
