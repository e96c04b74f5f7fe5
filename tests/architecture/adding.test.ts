import { execFile, execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

/** One line that adds something of a kind, and the files in which the compiler then misses it. */
type Addition = { file: string; after: string; line: string; missedIn: string[] };

const ADDITIONS: Record<string, Addition> = {
  "an export format": {
    file: "lib/export/schema.ts",
    after: '  json: "Data (.json)",',
    line: '  extra: "Extra",',
    missedIn: ["lib/export/registry.ts"],
  },
  "a step of the wizard": {
    file: "lib/onboarding/schema.ts",
    after: "export const STEPS = [",
    line: '  { number: 7, id: "extra", title: "Extra", required: false },',
    missedIn: ["app/(product)/onboarding/steps.ts", "lib/onboarding/summarize-onboarding.ts"],
  },
  "a provider": {
    file: "lib/providers/schema.ts",
    after: "export const PROVIDER_IDS = [",
    line: '  "extra",',
    missedIn: ["lib/providers/registry.ts"],
  },
  "a stage of a run": {
    file: "lib/blog/schema.ts",
    after: "export const STAGES = [",
    line: '  "extra",',
    missedIn: [
      "app/(product)/posts/[id]/_run/stages/run-progress.tsx",
      "app/(product)/posts/[id]/_run/stages/stage-rail.tsx",
    ],
  },
  "a kind of site": {
    file: "lib/integrations/schema.ts",
    after: "export const PUBLISHER_KINDS = [",
    line: '  "extra",',
    missedIn: ["lib/integrations/registry.ts"],
  },
  "a limit": {
    file: "lib/limits/registry.ts",
    after: "export const LIMITS = {",
    line: "  extra: 1,",
    missedIn: [],
  },
};
/** What the compiler knows of the files that stay as they are: the copy need not be compiled anew. */
const COMPILED = ".data/cache/tsbuildinfo";
const kinds = Object.entries(ADDITIONS).slice(0, process.env.PROOF ? undefined : 1);
/** Says which files of the copy are compiled. */
const PART = "tsconfig.part.json";
const run = promisify(execFile);
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), "alwrity-copy-"));
  const listed = execFileSync("git", ["ls-files", "-zco", "--exclude-standard"]).toString();
  for (const file of listed.split("\0").filter((name) => /\.(tsx?|mjs|json|css)$/.test(name)))
    cpSync(file, path.join(copy, file), { recursive: true });
  // A build beside this one writes these anew; only compiling everything needs them.
  const made = process.env.PROOF ? ["next-env.d.ts", ".next/types"] : [];
  for (const name of made.filter((name) => existsSync(name)))
    cpSync(name, path.join(copy, name), { recursive: true });
  mkdirSync(path.join(copy, path.dirname(COMPILED)), { recursive: true });
  if (existsSync(COMPILED)) cpSync(COMPILED, path.join(copy, COMPILED));
  symlinkSync(path.resolve("node_modules"), path.join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/**
 * Compiles the named files and what they import; nothing named, everything.
 *
 * @returns The files of the product in which the compiler finds something wrong.
 */
async function compile(files: string[]): Promise<string[]> {
  const config = { extends: "./tsconfig.json", files, include: [] };
  writeFileSync(path.join(copy, PART), JSON.stringify(config));
  const options = { cwd: copy, maxBuffer: 64 * 1024 * 1024 };
  const project = files.length > 0 ? ["--project", PART, "--incremental", "false"] : [];
  const flags = ["--noEmit", "--pretty", "false", ...project];
  const output = await run("node_modules/.bin/tsc", flags, options)
    .then(() => "")
    .catch((error: unknown) => String(Object(error).stdout));
  const wrong = [...output.matchAll(/^(\S[^\n]*?)\(\d+,\d+\): error/gm)].map(([, file]) => file);
  return [...new Set(wrong.map(String))].filter((file) =>
    /^(app|lib)\/.+(?<!\.test)\.tsx?$/.test(file),
  );
}

test.for(kinds)("who adds %s is told by the compiler what is missing", async ([, addition]) => {
  const { file, after, line, missedIn } = addition;
  const place = path.join(copy, file);
  const code = readFileSync(place, "utf8");
  expect(code).toContain(after);
  writeFileSync(place, code.replace(after, `${after}\n${line}`));
  const wrong = await compile(missedIn);
  expect(wrong).toEqual(missedIn.length > 0 ? expect.arrayContaining(missedIn) : []);
  writeFileSync(place, code);
});
