import { setTimeout as pause } from "node:timers/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright";

type Violations = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"];
const TRIES = 6;

/**
 * What axe finds once a page has come to rest: a colour on its way to another is nobody's contrast. Only
 * what it finds is brought back, and from the page itself: ours have no frames to be put together.
 */
export async function analyzeAtRest(page: Page): Promise<Violations> {
  for (let tries = 1; ; tries += 1) {
    const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
    const { violations } = await axe.analyze();
    if (violations.length === 0 || tries === TRIES) return violations;
    await pause(500);
  }
}
