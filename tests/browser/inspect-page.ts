import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";

/**
 * What a page has against it, wide and narrow, light and dark: accessibility problems, and scrolling
 * sideways. With `SCREENSHOTS` set to a folder, each look is kept there as `name-1280-light.png`.
 */
export async function inspectPage(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of [1280, 390])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(waitForTransitions);
      const at = `${name}-${width}-${colorScheme}`;
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations.filter(({ impact }) => /serious|critical/.test(impact ?? ""));
      found.push(...grave.map(({ id, nodes }) => `${at}: ${id} ${nodes[0]?.target.join(" ")}`));
      if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
        found.push(`${at}: scrolls sideways`);
      const folder = process.env.SCREENSHOTS;
      if (folder) await page.screenshot({ path: `${folder}/${at}.png`, fullPage: true });
    }
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

/** Colours on their way from one scheme to the other are nobody's contrast. */
async function waitForTransitions(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const moving = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(moving.map(({ finished }) => finished));
}
