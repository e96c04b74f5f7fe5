import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "dotenv";
import { z } from "zod";
import { hashFiles } from "./hash-files";
import { runQuietly } from "./run-quietly";

const BUILD_ID = ".next/BUILD_ID";
const STAMP = ".next/made-of.json";
const stamp = z.object({ sources: z.string(), buildId: z.string() });

/** What has no part in the build. Everything else has, so that nothing new can be forgotten. */
const OUTSIDE = new Set([
  ".data",
  ".git",
  ".github",
  ".next",
  ".swc",
  ".vercel",
  "bench",
  "docs",
  "next-env.d.ts",
  "node_modules",
  "README.md",
  "test-results",
  "tests",
]);
const isOutside = (file: string) =>
  /^\.env|\.test\.tsx?$|\.tsbuildinfo$/.test(file) ||
  file.startsWith(path.join("app", ".well-known"));

/**
 * Builds, unless the last build was made of the very same. It does not check types: `npm test` has done
 * so before, and whoever runs the demo only waits for it.
 *
 * @param onStart told when there is something to build, which takes a minute or more.
 * @returns whether there is a build now.
 */
export async function buildOnce({
  onStart = () => {},
} = {}): Promise<"built" | "reused" | "failed"> {
  const sources = hashSources();
  if (isMadeOf(sources)) return "reused";
  onStart();
  rmSync(STAMP, { force: true });
  const env = { NEXT_TELEMETRY_DISABLED: "1", TYPES_CHECKED: "true" };
  if (!(await runQuietly("npm", ["run", "--silent", "build"], env))) return "failed";
  const buildId = readFileSync(BUILD_ID, "utf8");
  writeFileSync(STAMP, JSON.stringify({ sources, buildId }));
  return "built";
}

/** Each build has an id of its own: one that was made by hand since is not what the stamp tells of. */
function isMadeOf(sources: string): boolean {
  if (!existsSync(STAMP) || !existsSync(BUILD_ID)) return false;
  const read = stamp.safeParse(JSON.parse(readFileSync(STAMP, "utf8")));
  if (!read.success || read.data.sources !== sources) return false;
  return read.data.buildId === readFileSync(BUILD_ID, "utf8");
}

/** With the Node that builds, the packages that are installed, and the variables that a build takes in. */
function hashSources(): string {
  const entries = readdirSync(".").filter((name) => !OUTSIDE.has(name));
  const files = hashFiles([...entries, "node_modules/.package-lock.json"], isOutside);
  const variables = [
    ...Object.entries(process.env),
    ...Object.entries(readLocalVariables()),
  ].filter(([name]) => name.startsWith("NEXT_PUBLIC_"));
  return JSON.stringify([process.version, files, variables.sort()]);
}

/** Keys are saved to this file while the build is served, and have no part in it. */
function readLocalVariables(): Record<string, string> {
  return existsSync(".env.local") ? parse(readFileSync(".env.local")) : {};
}
