import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findFreePort } from "@/commands/find-free-port";
import { SERVE_BUILD } from "@/commands/run-app";
import { PATIENCE_MS } from "../patience";

/** A running `npm start` in a folder of its own, so that no developer's `.env.local` is read or written. */
export type App = {
  url: string;
  /** The folder that holds its `.env.local` and `.data`. */
  folder: string;
  /** Everything it has printed. */
  output: () => string;
  process: ChildProcess;
  stop: () => Promise<void>;
};

type AppOptions = {
  folder?: string;
  port?: number;
  /** What Node runs; `npm start` unless told. */
  command?: string[];
  /** Modules of this repository that the process loads before everything else. */
  imports?: string[];
};

const LINKED = [
  ".next",
  "node_modules",
  "package.json",
  "public",
  "drizzle",
  "next.config.ts",
  "commands",
  "lib",
  "tsconfig.json",
];
const POLL_MS = 100;
/** What a test's server must not inherit from the machine it runs on. */
const CLEAN = {
  PATH: process.env.PATH ?? "",
  HOME: process.env.HOME ?? "",
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
} as const;

/** A folder with the build in it, for one server or several. */
export function createAppFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "alwrity-app-"));
  for (const name of LINKED) symlinkSync(path.resolve(name), path.join(folder, name));
  return folder;
}

/**
 * Starts the build with the given variables and waits until it answers.
 *
 * @throws Error with its output when it ends before that.
 */
export async function startApp(
  env: Record<string, string>,
  options: AppOptions = {},
): Promise<App> {
  const port = options.port ?? (await pickPort());
  const folder = options.folder ?? createAppFolder();
  const { child, output } = spawnServer({ ...env, PORT: String(port) }, folder, options);
  const url = `http://localhost:${port}`;
  await waitUntilReady(child, url, output);
  const stop = async () => {
    await end(child);
    if (!options.folder) rmSync(folder, { recursive: true, force: true });
  };
  return { url, folder, output, process: child, stop };
}

/** Starts a server that must refuse, and waits for its end. */
export async function startRefused(
  env: Record<string, string>,
  folder: string,
): Promise<{ code: number | null; output: string }> {
  const { child, output } = spawnServer({ ...env, PORT: String(await pickPort()) }, folder, {});
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, output: output() };
}

/** A port that nobody listens on, below those that the system gives to connections which go out. */
export function pickPort(): Promise<number> {
  return findFreePort(20_000 + Math.floor(Math.random() * 12_000));
}

function spawnServer(
  env: Record<string, string>,
  cwd: string,
  { command = SERVE_BUILD, imports = [] }: AppOptions,
): { child: ChildProcess; output: () => string } {
  const modules = ["commands/end-with-parent.mjs", ...imports].map((file) => path.resolve(file));
  const NODE_OPTIONS = modules.map((file) => `--import=${file}`).join(" ");
  const child = spawn(process.execPath, command, {
    cwd,
    env: { ...CLEAN, NODE_OPTIONS, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += chunk));
  return { child, output: () => output };
}

async function waitUntilReady(
  child: ChildProcess,
  url: string,
  output: () => string,
): Promise<void> {
  for (let attempt = 0; attempt < PATIENCE_MS / POLL_MS; attempt += 1) {
    if (child.exitCode !== null)
      throw new Error(`The server ended with code ${child.exitCode}:\n${output()}`);
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer) return;
    await pause(POLL_MS);
  }
  throw new Error(`The server did not answer:\n${output()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}
