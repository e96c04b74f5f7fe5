import { setTimeout as pause } from "node:timers/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright";

type Violation = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number];
const TRIES = 6;

/** Whoever needs another way to use the page cannot, or hardly. */
export const isGrave = ({ impact }: Violation) => impact === "serious" || impact === "critical";

/**
 * What axe finds, of the kind that `matters`, once a page has come to rest: a colour on its way to another
 * is nobody's contrast. Only what it finds is brought back, and from the page itself: ours have no frames
 * to be put together.
 */
export async function analyzeAtRest(
  page: Page,
  matters: (violation: Violation) => boolean = () => true,
): Promise<Violation[]> {
  for (let tries = 1; ; tries += 1) {
    const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
    const violations = (await axe.analyze()).violations.filter(matters);
    if (violations.length === 0 || tries === TRIES) return violations;
    await pause(500);
  }
}
