import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, expect, inject, test } from "vitest";
import { z } from "zod";
import type { Post } from "@/lib/blog/schema";
import { reportFigure } from "../world/report-figure";
import { productionEnv } from "../world/servers/production-env";
import { pickPort, startApp } from "../world/servers/start-app";
import { createTester } from "../world/tester";

const MEGABYTE = 1_000_000;
const trace = z.object({ files: z.array(z.string()) });
const folder = mkdtempSync(path.join(tmpdir(), "alwrity-shipped-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files of a folder and those below it, by their paths from it. */
function listFiles(root: string): string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

const weigh = (files: string[]) => files.reduce((sum, file) => sum + statSync(file).size, 0);
const isForeign = (file: string) => file.includes("node_modules/");
/** What has no business in a function or on a server: secrets, data, and what only developing needs. */
const isUnwanted = (file: string) =>
  !isForeign(file) &&
  (/(^|\/)\.env|\.test\.tsx?$|^package-lock\.json$/.test(file) ||
    /^(\.data|\.git|\.ci|bench|docs|sandbox|tests)\//.test(file));

test("every function takes along only what it needs, however many secrets lie beside it", () => {
  const traces = listFiles(".next").filter(
    (file) => file.endsWith(".nft.json") && !file.startsWith("standalone"),
  );
  expect(traces.length).toBeGreaterThan(60);
  const sizes = traces.map((name) => {
    const file = path.join(".next", name);
    const { files } = trace.parse(JSON.parse(readFileSync(file, "utf8")));
    const traced = files.map((one) => path.join(path.dirname(file), one));
    expect(traced.filter(isUnwanted), name).toEqual([]);
    const own = weigh(traced.filter((one) => !isForeign(one)));
    expect(own, name).toBeLessThan(12 * MEGABYTE);
    return own;
  });
  const most = (Math.max(...sizes) / MEGABYTE).toFixed(1);
  reportFigure("Files of our own in each function, at the most", `${most} MB of ${traces.length}`);
});

test("the shipped folder alone migrates a database, serves, writes a post and exports it", async () => {
  cpSync(".next/standalone", folder, { recursive: true, verbatimSymlinks: true });
  const files = listFiles(folder);
  expect(files.filter(isUnwanted)).toEqual([]);
  const size = weigh(files.map((file) => path.join(folder, file)));
  reportFigure("What is shipped to a server of one's own", `${Math.round(size / MEGABYTE)} MB`);
  expect(size).toBeLessThan(200 * MEGABYTE);

  const name = `shipped_${randomBytes(6).toString("hex")}`;
  const admin = postgres(inject("postgresUrl"), { max: 1, onnotice: () => {} });
  await admin.unsafe(`CREATE DATABASE ${name}`);
  const databaseUrl = Object.assign(new URL(inject("postgresUrl")), { pathname: `/${name}` }).href;
  const port = await pickPort();
  const origin = `http://localhost:${port}`;
  const env = productionEnv(databaseUrl, inject("servers").sandboxUrl, origin);
  const run = (script: string) =>
    execFileSync("npm", ["run", "--silent", script], {
      cwd: folder,
      env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
      encoding: "utf8",
    });
  expect(run("db:migrate")).toBe("The database is up to date.\n");

  const app = await startApp(env, { folder, port });
  expect(await (await fetch(`${origin}/api/health`)).json()).toMatchObject({ database: "ok" });
  const tester = createTester(origin);
  const saved = await tester.call("POST", "/api/onboarding/api-keys", tester.keys);
  expect(saved.status, await saved.clone().text()).toBe(200);
  const body = { topic: "Caching in Next.js", wordCount: 300 };
  const written = await tester.call("POST", "/api/blog/generate", body, { prefer: "wait=240" });
  const post: Post = await written.json();
  expect(post.status, app.output()).toBe("ready");
  for (const format of ["html", "docx", "md"]) {
    const file = await tester.call("GET", `/api/blog/posts/${post.id}/export?format=${format}`);
    expect(file.status, format).toBe(200);
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(500);
  }
  const page = await (await fetch(`${origin}/sign-in`)).text();
  const [script = ""] = page.match(/\/_next\/static\/[^"]+\.js/) ?? [];
  expect((await fetch(`${origin}${script}`)).status).toBe(200);
  expect(run("keys:status")).toMatch(/k1\s/);
  await app.stop();
  await admin.unsafe(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
});
