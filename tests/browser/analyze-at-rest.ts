import { setTimeout as pause } from "node:timers/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright";

type Violations = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"];
const TRIES = 6;

/** What axe finds once a page has come to rest: a colour on its way to another is nobody's contrast. */
export async function analyzeAtRest(page: Page): Promise<Violations> {
  for (let tries = 1; ; tries += 1) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    if (violations.length === 0 || tries === TRIES) return violations;
    await pause(500);
  }
}
