import { spawn } from "node:child_process";

/** Runs a command and shows what it has printed only if it fails. @returns whether it succeeded. */
export function runQuietly(
  command: string,
  flags: string[],
  env: Record<string, string> = {},
): Promise<boolean> {
  const child = spawn(command, flags, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code !== 0) console.error(output);
      resolve(code === 0);
    });
  });
}
