import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { findFreePort } from "@/commands/find-free-port";

/** A sandbox in a process of its own, so that its work is on nobody else's account. */
export type SpawnedSandbox = { url: string; close: () => void };
/** Milliseconds: between chunks, to the first token, to a search's answer. */
export type Pace = { chunkMs: number; ttftMs: number; exaMs: number };

/** Starts the sandbox and waits until it answers. */
export async function spawnSandbox({ chunkMs, ttftMs, exaMs }: Pace): Promise<SpawnedSandbox> {
  const port = await findFreePort(20_000 + Math.floor(Math.random() * 20_000));
  const child = spawn(process.execPath, ["--import=tsx", "sandbox/server.ts"], {
    env: {
      ...process.env,
      SANDBOX_PORT: String(port),
      SANDBOX_CHUNK_MS: String(chunkMs),
      SANDBOX_TTFT_MS: String(ttftMs),
      SANDBOX_EXA_MS: String(exaMs),
    },
    stdio: "ignore",
  });
  const url = `http://localhost:${port}`;
  while (!(await fetch(`${url}/_log`).catch(() => null))) await pause(50);
  return { url, close: () => child.kill() };
}
