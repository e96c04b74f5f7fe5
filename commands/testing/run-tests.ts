import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { type RunReport, runReport } from "../../tests/world/runs/run-report";
import { sayStep } from "./say-step";

type Run = { title: string; projects: string[]; seed: number; workers?: number };

/** Runs projects of the tests and shows them. @returns whether all passed, and what was counted. */
export async function runTests({
  title,
  projects,
  seed,
  workers = 2,
}: Run): Promise<{ passed: boolean; reports: RunReport[] }> {
  const file = `.data/test-report/${projects.join("-")}.json`;
  rmSync(file, { force: true });
  const flags = ["vitest", "run", `--maxWorkers=${workers}`];
  for (const project of projects) flags.push("--project", project);
  const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --max-semi-space-size=64`.trim();
  const env = { ...process.env, NODE_OPTIONS, TEST_REPORT: file, TEST_SEED: String(seed) };
  const passed = await sayStep(title, async () => {
    const child = spawn("npx", flags, { stdio: "inherit", env });
    return (await new Promise((resolve) => child.once("close", resolve))) === 0;
  });
  const reports = existsSync(file) ? [runReport.parse(JSON.parse(readFileSync(file, "utf8")))] : [];
  return { passed, reports };
}
