import type { Page } from "playwright";
import { analyzeAtRest } from "./analyze-at-rest";
import { comeToRest } from "./come-to-rest";

const LOOKS = [
  { width: 1280, colorScheme: "light", analyzed: true },
  { width: 1280, colorScheme: "dark", analyzed: false },
  { width: 390, colorScheme: "light", analyzed: false },
  { width: 390, colorScheme: "dark", analyzed: true },
] as const;

/**
 * What a page has against it: accessibility problems wide in light and narrow in dark, and scrolling
 * sideways. With `SCREENSHOTS` set to a folder, all four looks are kept as `name-1280-light.png`.
 */
export async function inspectPage(page: Page, name: string): Promise<string[]> {
  const folder = process.env.SCREENSHOTS;
  const found: string[] = [];
  for (const { width, colorScheme, analyzed } of LOOKS) {
    if (!analyzed && !folder) continue;
    const at = `${name}-${width}-${colorScheme}`;
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    await comeToRest(page);
    if (analyzed) found.push(...(await findProblems(page)).map((problem) => `${at}: ${problem}`));
    if (folder) await page.screenshot({ path: `${folder}/${at}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

async function findProblems(page: Page): Promise<string[]> {
  const violations = await analyzeAtRest(page);
  const grave = violations.filter(({ impact }) => /serious|critical/.test(impact ?? ""));
  const found = grave.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(" ")}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return wide ? [...found, "scrolls sideways"] : found;
}
