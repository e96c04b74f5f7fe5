import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  DefaultReporter,
  type TestCase,
  type TestModule,
  type TestSpecification,
} from "vitest/node";
import type { RunReport } from "./run-report";

const STEPS = 20;
/** Characters of a failure that are shown at once; all of it stands at the end. */
const MOST = 1_500;

/**
 * Vitest's own report, which also says at once why a test has failed and how far the run is, and leaves
 * what it counted in the file that `TEST_REPORT` names.
 */
export default class ProgressReporter extends DefaultReporter {
  private total = 0;
  private done = 0;

  override onTestRunStart(specifications: readonly TestSpecification[]): void {
    super.onTestRunStart(specifications);
    this.total = specifications.length;
  }

  override onTestCaseResult(test: TestCase): void {
    super.onTestCaseResult(test);
    for (const { message, diff } of test.result().errors ?? [])
      this.log(`   ${message.slice(0, MOST)}\n${(diff ?? "").slice(0, MOST)}`);
  }

  override onTestModuleEnd(module: TestModule): void {
    super.onTestModuleEnd(module);
    this.done += 1;
    const step = Math.max(1, Math.floor(this.total / STEPS));
    if (this.done % step === 0) this.log(` … ${this.done} of ${this.total} files`);
  }

  override onTestRunEnd(...args: Parameters<DefaultReporter["onTestRunEnd"]>): void {
    super.onTestRunEnd(...args);
    const file = process.env.TEST_REPORT;
    if (!file) return;
    mkdirSync(path.dirname(file), { recursive: true });
    const [modules, uncaught] = args;
    writeFileSync(file, JSON.stringify(sumUp(modules, uncaught.length)));
  }
}

function sumUp(modules: readonly TestModule[], uncaught: number): RunReport {
  const report: RunReport = {
    ...{ passed: 0, failed: 0, assertions: 0, uncaught },
    files: [],
    failures: [],
  };
  for (const module of modules) {
    const at = { project: module.project.name, file: module.relativeModuleId };
    const { setupDuration, collectDuration, duration } = module.diagnostic();
    report.files.push({ ...at, ms: setupDuration + collectDuration + duration });
    if (module.errors().length > 0) report.failures.push({ ...at, name: "" });
    for (const test of module.children.allTests()) {
      report.assertions += test.meta().assertions ?? 0;
      if (test.result().state === "passed") report.passed += 1;
      if (test.result().state !== "failed") continue;
      report.failed += 1;
      report.failures.push({ ...at, name: test.name });
    }
  }
  return report;
}
