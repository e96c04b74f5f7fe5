import type { Page } from "playwright";
import { FULL } from "../world/scale";
import { analyzeAtRest, isGrave } from "./analyze-at-rest";
import { comeToRest } from "./come-to-rest";

const LOOKS = [
  { width: 1280, colorScheme: "light", analyzed: true },
  { width: 1280, colorScheme: "dark", analyzed: false },
  { width: 390, colorScheme: "light", analyzed: false },
  { width: 390, colorScheme: "dark", analyzed: true },
] as const;

/** States looked at so far by this suite: they take turns. */
let turn = 0;

/**
 * What a page has against it: scrolling sideways, and grave accessibility problems, wide in light and narrow
 * in dark by turns; in full, both. With `SCREENSHOTS` set to a folder, all four looks are kept as `name-1280-light.png`.
 */
export async function inspectPage(page: Page, name: string): Promise<string[]> {
  const folder = process.env.SCREENSHOTS;
  const found: string[] = [];
  turn += 1;
  for (const [index, { width, colorScheme, analyzed }] of LOOKS.entries()) {
    const isItsTurn = analyzed && (FULL || (turn % 2 === 0) === (index === 0));
    if (!isItsTurn && !folder) continue;
    const at = `${name}-${width}-${colorScheme}`;
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    await comeToRest(page);
    const problems = [...(isItsTurn ? await findGrave(page) : []), ...(await findSideways(page))];
    found.push(...problems.map((problem) => `${at}: ${problem}`));
    if (folder) await page.screenshot({ path: `${folder}/${at}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

async function findGrave(page: Page): Promise<string[]> {
  const grave = await analyzeAtRest(page, isGrave);
  return grave.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(" ")}`);
}

async function findSideways(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return wide ? ["scrolls sideways"] : [];
}
