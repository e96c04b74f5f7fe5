import type { Page } from "playwright";
import { z } from "zod";

/** Of so many interactions one is left out, as Interaction to Next Paint has it. Source: web.dev/articles/inp. */
const PER_OUTLIER = 50;

/** The longest that a page took to answer while `work` was done on it, in milliseconds. */
export async function measureInteractions(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate("window.interactions = []");
  await work();
  await page.waitForTimeout(1_000);
  const all = z.array(z.number()).parse(await page.evaluate("window.interactions"));
  const longest = all.sort((one, other) => other - one);
  return longest[Math.floor(all.length / PER_OUTLIER)] ?? 0;
}
