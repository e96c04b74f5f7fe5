import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "@/lib/db/embedded/start-embedded";
import { pickPort } from "../servers/start-app";

/** A Postgres that a suite may stop: the address stays, whenever it is started again. */
export type StoppablePostgres = {
  url: string;
  stop: () => Promise<void>;
  start: () => Promise<void>;
  remove: () => Promise<void>;
};

/** Starts a Postgres of one suite's own, beside the one that all tests share. */
export async function startStoppablePostgres(): Promise<StoppablePostgres> {
  const home = mkdtempSync(path.join(tmpdir(), "alwrity-postgres-"));
  chmodSync(home, 0o755);
  const settings = ["fsync=off", `port=${await pickPort()}`];
  let server = await startEmbedded(home, settings);
  const { url } = server;
  return {
    url,
    stop: () => server.stop(),
    start: async () => {
      server = await startEmbedded(home, settings);
    },
    remove: async () => {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
