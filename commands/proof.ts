/** `npm run proof`: runs the large numbers in full and the benchmarks, and writes docs/proof.md. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { FIGURES_FILE } from "../tests/world/report-figure";
import { findChromium } from "./find-chromium";

/** What it measures is how quick something is: it runs where nothing else does. */
const TIMED = "tests/server/stop.full.test.ts";
const line = z.object({ claim: z.string(), figure: z.string() });

function run(command: string, flags: string[], more: Record<string, string> = {}): void {
  const env = { ...process.env, PROOF: "1", CHROMIUM_PATH: findChromium(), ...more };
  const { status } = spawnSync(command, flags, { stdio: "inherit", env });
  if (status !== 0) process.exit(1);
}

function readFigures(): string[] {
  const lines = readFileSync(FIGURES_FILE, "utf8").trim().split("\n");
  const figures = lines.map((text) => line.parse(JSON.parse(text)));
  return figures.map(({ claim, figure }) => `| ${claim} | ${figure} |`).sort();
}

rmSync(FIGURES_FILE, { force: true });
run("npm", ["run", "--silent", "build"]);
run("npx", ["vitest", "run"], { LEFT_OUT: TIMED });
run("npx", ["vitest", "run", TIMED]);
run("npm", ["run", "--silent", "bench"]);

const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
const date = new Date().toISOString().slice(0, 10);
const text = `# Proof

What \`npm run proof\` counted on ${date} at commit ${commit}, on two cores. \`npm test\` shows the same at small
numbers. Ratios are against a baseline of the same run.

| claim | figure |
|---|---|
${readFigures().join("\n")}
`;
writeFileSync("docs/proof.md", text);
run("npx", ["biome", "format", "--write", "docs/proof.md"]);
console.log("docs/proof.md is written.");
