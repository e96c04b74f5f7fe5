import "server-only";
import pLimit from "p-limit";
import type { Library, Plan, Run } from "../run";
import type { OutlineItem } from "../schema";
import { writeSection } from "../write-section";

/** How many sections are written at the same time. */
const AT_ONCE = 3;

/** Sections in parallel, each from its own passages. The first failure stops those still waiting. */
export async function writeSections(
  run: Run,
  made: { plan: Plan; library: Library; outline: OutlineItem[] },
): Promise<void> {
  const limit = pLimit({ concurrency: AT_ONCE, rejectOnClear: true });
  const writing = made.outline.map((item) => limit(() => writeSection(run, { ...made, item })));
  try {
    await Promise.all(writing);
  } finally {
    limit.clearQueue();
    await Promise.allSettled(writing);
  }
}
