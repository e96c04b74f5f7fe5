import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { cloneProject } from "../world/servers/clone-project";
import { listFamily, listLeft } from "../world/servers/list-processes";
import { pickPort } from "../world/servers/start-app";
import { waitUntil } from "../world/wait-until";

let folder: string;
let demo: ChildProcess;
let output = "";

/** As a terminal runs it: a process group of its own, to which Ctrl-C goes as a whole. */
async function startDemo(): Promise<ChildProcess> {
  const child = spawn("npm", ["run", "demo"], {
    cwd: folder,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "development",
      PORT: String(await pickPort()),
      NODE_OPTIONS: `--import=${path.resolve("tests/world/servers/refuse-network.mjs")}`,
    },
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += chunk));
  return child;
}

beforeAll(async () => {
  folder = cloneProject();
  demo = await startDemo();
});
afterAll(() => {
  if (demo.pid !== undefined && demo.exitCode === null && demo.signalCode === null)
    process.kill(-demo.pid, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

test("the demo writes a cited post on its own Postgres with the network shut off, and Ctrl-C leaves no process behind", async () => {
  const url = await waitUntil("the demo's address", () =>
    /ALwrity is running: +(http:\S+)/.exec(output)?.at(1),
  );
  const answer = await fetch(`${url}/api/blog/generate`, {
    method: "POST",
    headers: { "content-type": "application/json", prefer: "wait=240" },
    body: JSON.stringify({ topic: "Caching in Next.js", wordCount: 300 }),
  }).catch((error: unknown) => expect.unreachable(`${error}: ${output}`));
  const post: Post = await answer.json();
  expect(answer.status, output).toBe(200);
  expect(post.status).toBe("ready");
  expect(post.document.citations.length).toBeGreaterThan(0);
  expect(output).not.toContain("refused the network");
  expect(output, "the build that came with it").not.toContain("Making the build");

  const pidFile = readFileSync(path.join(folder, ".data/postgres/postmaster.pid"), "utf8");
  const postmaster = Number(pidFile.split("\n")[0]);
  const family = listFamily(demo.pid ?? 0, folder);
  expect(family, "its own Postgres").toContain(postmaster);
  expect(family.size).toBeGreaterThan(4);
  process.kill(-(demo.pid ?? 0), "SIGINT");
  await waitUntil("the end of the demo", () => demo.exitCode !== null || demo.signalCode !== null);
  expect(listLeft(family, folder)).toEqual([]);
});
