import { createHash } from "node:crypto";
import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take longest: what begins last must not be what everybody waits for. */
const LONGEST = [
  "tests/server/canary.test.ts",
  "tests/server/bad-input.test.ts",
  "tests/server/server-endings.test.ts",
  "tests/browser/publishing.test.ts",
];

/** Files in an order that the seed of the run decides, but for the longest, which come first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root, sequence } = this.ctx.config;
    const place = ({ moduleId }: TestSpecification) => {
      const file = path.relative(root, moduleId);
      const lot = createHash("sha1").update(`${sequence.seed} ${file}`).digest("hex");
      return `${LONGEST.includes(file) ? 0 : 1}${lot}`;
    };
    return files.toSorted((one, other) => place(one).localeCompare(place(other)));
  }
}
