import "server-only";
import { execFile, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  existsSync,
  lchownSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { currentEnv } from "../../env";
import { localFile } from "../../process/local-file";
import { type Cluster, locateCluster } from "./locate-cluster";

const run = promisify(execFile);
const TRIES = 40;
const PAUSE_MS = 250;

/** A running embedded Postgres. `started` is false when another process had left it running. */
export type EmbeddedServer = {
  url: string;
  started: boolean;
  stop: () => Promise<void>;
  /** Asks the server to stop, without waiting: for a process that is ending. */
  stopOnExit: () => void;
};

/**
 * Starts the Postgres that came with `npm install`, or attaches to the one that is running in
 * `.data/` because another process started it or a kill left it behind. Safe to call from several
 * processes at once: initdb works beside the folder and is moved into place, and Postgres itself
 * lets only one server into a data folder.
 *
 * @param home the folder that will hold `postgres/`.
 * @param settings extra `postgres -c` settings, such as `fsync=off` in tests.
 */
export async function startEmbedded(
  home = localFile(".data"),
  settings: string[] = [],
): Promise<EmbeddedServer> {
  const cluster = locateCluster(home);
  if (!existsSync(cluster.data)) await initialise(cluster);
  let failure: unknown;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const url = await findRunning(cluster);
    if (url) {
      const started = attempt > 0;
      return { url, started, stop: () => stop(cluster), stopOnExit: () => stopNow(cluster) };
    }
    failure = await launch(cluster, settings).catch((error: unknown) => error);
    if (failure) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`The embedded Postgres did not start; its log is ${logFile(cluster)}.`, {
    cause: failure,
  });
}

/** initdb into a folder of our own, moved into place when whole: a kill leaves nothing half made. */
async function initialise(cluster: Cluster): Promise<void> {
  const draft = `${cluster.data}.${process.pid}-${randomBytes(4).toString("hex")}`;
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  for (const file of [draft, passwordFile]) giveTo(cluster, file);
  const flags = [
    "--encoding=UTF8",
    "--locale=C",
    "--no-sync",
    "--auth=scram-sha-256",
    "--username=alwrity",
  ];
  await execute(cluster, "initdb", [...flags, `--pgdata=${draft}`, `--pwfile=${passwordFile}`]);
  renameSync(passwordFile, path.join(draft, "alwrity.password"));
  try {
    renameSync(draft, cluster.data);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(cluster.data)) throw error;
  }
}

async function launch(cluster: Cluster, settings: string[]): Promise<void> {
  const fixed = [
    `port=${await findFreePort()}`,
    "listen_addresses=localhost",
    "unix_socket_directories=",
    "max_connections=200",
  ];
  const options = [...fixed, ...settings].map((setting) => `-c ${setting}`).join(" ");
  await execute(cluster, "pg_ctl", [
    "start",
    "-w",
    "-t",
    "30",
    "-D",
    cluster.data,
    "-l",
    logFile(cluster),
    "-o",
    options,
  ]);
}

async function stop(cluster: Cluster): Promise<void> {
  await execute(cluster, "pg_ctl", ["stop", "-w", "-m", "fast", "-D", cluster.data]);
}

function stopNow({ binaries, data, owner }: Cluster): void {
  const flags = ["stop", "-W", "-m", "fast", "-D", data];
  spawnSync(path.join(binaries, "pg_ctl"), flags, { ...owner, cwd: "/", stdio: "ignore" });
}

/** The address in `postmaster.pid` (its fourth line is the port), if a server answers there. */
async function findRunning(cluster: Cluster): Promise<string | undefined> {
  const pidFile = path.join(cluster.data, "postmaster.pid");
  if (!existsSync(pidFile)) return undefined;
  const port = Number(readFileSync(pidFile, "utf8").split("\n")[3]);
  if (!Number.isInteger(port) || port <= 0) return undefined;
  const password = readFileSync(path.join(cluster.data, "alwrity.password"), "utf8");
  const url = `postgres://alwrity:${password}@localhost:${port}/postgres`;
  return (await answers(url)) ? url : undefined;
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} });
  try {
    await sql`SELECT 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "localhost", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function giveTo({ owner }: Cluster, file: string): void {
  if (owner.uid !== undefined && owner.gid !== undefined) lchownSync(file, owner.uid, owner.gid);
}

function logFile(cluster: Cluster): string {
  return path.join(cluster.data, "server.log");
}

/** Runs a Postgres tool in the C locale, as the owner of the data. Its own messages are in the log. */
async function execute({ binaries, owner }: Cluster, tool: string, flags: string[]): Promise<void> {
  const env = { NODE_ENV: "production" as const, PATH: currentEnv().PATH, LC_ALL: "C" };
  await run(path.join(binaries, tool), flags, { ...owner, cwd: "/", env });
}
