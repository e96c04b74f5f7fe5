import { type SpawnOptions, spawn } from "node:child_process";
import { openSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** A server that was started here, and the way to end it with all its workers. */
export type Started = { stop: () => void };

/** Runs a command to its end. @throws Error with the end of its output when it fails. */
export async function runCommand(
  command: string,
  flags: string[],
  options: SpawnOptions = {},
): Promise<string> {
  const child = spawn(command, flags, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const said = { stdout: "" };
  child.stdout?.on("data", (chunk) => {
    said.stdout += chunk;
    output += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output += chunk;
  });
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${output.slice(-2_000)}`);
  return said.stdout;
}

/** Starts a server in a process group of its own; it writes what it says into a file by itself. */
export function startServer(
  command: string,
  flags: string[],
  { log, ...options }: SpawnOptions & { log: string },
): Started {
  const file = openSync(log, "a");
  const stdio: SpawnOptions["stdio"] = ["ignore", file, file];
  const child = spawn(command, flags, { ...options, detached: true, stdio });
  const stop = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
  };
  process.once("exit", stop);
  return { stop };
}

/** Waits until an address answers with anything but an error of its server. @throws Error after `seconds`. */
export async function waitForAnswer(url: string, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (Date.now() < end) {
    const answer = await fetch(url, { redirect: "manual" }).catch(() => undefined);
    if (answer && answer.status < 500) return;
    await pause(500);
  }
  throw new Error(`${url} did not answer within ${seconds} seconds.`);
}
