import { type ChildProcess, spawn } from "node:child_process";
import nextEnv from "@next/env";
import { type EmbeddedServer, startEmbedded } from "@/lib/db/embedded/start-embedded";
import { currentEnv, readVar } from "@/lib/env";

type AppServer = {
  /** Added to this process's variables. */
  env?: Record<string, string>;
  /** What Node runs: a file and its flags, such as those of `NEXT_DEV`. */
  command: string[];
  /** Gets what it prints, which otherwise goes to the terminal. */
  onOutput?: (chunk: Buffer) => void;
};

/** What `npm start` runs: the build, with room for young objects (decision 66). */
export const SERVE_BUILD = ["--max-semi-space-size=64", "commands/start.mjs"];

/** `next dev` for this machine alone; its flags may follow. */
export const NEXT_DEV = ["node_modules/next/dist/bin/next", "dev", "-H", "localhost"];

/**
 * Runs the application until it ends, or until this process is told to (Ctrl-C), and leaves nothing behind.
 * Left to itself `next dev` starts a compiler and a sender of telemetry while it ends, and has no time
 * to stop the database. So the database is started and stopped here, and the server with all that it
 * started is a process group, which ends at once: whatever it was doing is written down and resumed.
 */
export async function runApp({ env = {}, command, onOutput }: AppServer): Promise<void> {
  const shell = { ...process.env };
  const told = waitForSignal();
  const database = await startDatabase();
  const app = spawn(process.execPath, command, {
    detached: true,
    stdio: ["ignore", onOutput ? "pipe" : "inherit", "inherit"],
    env: {
      ...shell,
      NODE_OPTIONS: `${shell.NODE_OPTIONS ?? ""} --import=./commands/end-with-parent.mjs`.trim(),
      NEXT_TELEMETRY_DISABLED: "1",
      ...env,
    },
  });
  if (onOutput) app.stdout?.on("data", onOutput);
  const ended = new Promise<number>((resolve) => app.once("exit", (code) => resolve(code ?? 0)));
  const code = await Promise.race([ended, told]);
  killGroup(app);
  await ended;
  if (database?.started) await database.stop();
  process.exit(code);
}

/** 0 once somebody wants this process to end, at whatever moment that is. */
function waitForSignal(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.on(signal, () => resolve(0));
  });
}

/** The embedded Postgres, unless another is configured. Where it fails the server tries again, and says why. */
async function startDatabase(): Promise<EmbeddedServer | undefined> {
  nextEnv.loadEnvConfig(process.cwd(), true, { info: () => {}, error: console.error });
  if (readVar(currentEnv(), "DATABASE_URL")) return undefined;
  return startEmbedded().catch(() => undefined);
}

function killGroup(app: ChildProcess): void {
  if (app.pid === undefined) return;
  if (process.platform === "win32") {
    app.kill();
    return;
  }
  try {
    process.kill(-app.pid, "SIGKILL");
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ESRCH";
}
