import type { Browser, Locator, Page } from "playwright";
import { expect } from "vitest";
import { sessionCookies } from "../clerk/session-cookies";
import type { Tester } from "../world/tester";
import { analyzeAtRest } from "./analyze-at-rest";
import { visit } from "./visit";

type Look = { width: number; colorScheme: "light" | "dark" };
const SHOTS = process.env.SCREENSHOTS;

export const panelOf = (page: Page) => page.getByRole("complementary", { name: "Assistant" });
export const fieldOf = (page: Page) =>
  page.getByRole("textbox", { name: "Message to the assistant" });
export const hasFocus = (part: Locator) =>
  part.evaluate((element) => element === document.activeElement);

/** Opens a page of a tester's, in a browser of their own; `origin` is the server's. */
export async function openPage(
  browser: Browser,
  { origin, tester, path, look }: { origin: string; tester: Tester; path: string; look: Look },
): Promise<Page> {
  const { width, colorScheme } = look;
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
  await context.addCookies(await sessionCookies(tester.userId, origin));
  const page = await context.newPage();
  await visit(page, `${origin}${path}`);
  return page;
}

/** Every level of axe's, in the panel alone, and no scrolling sideways. */
export async function lookAtPanel(page: Page, name: string): Promise<void> {
  const violations = await analyzeAtRest(page);
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => ({ id, selector: target.join(" ") })),
  );
  const isInPanel = await panelOf(page).evaluate(
    (panel, selectors) =>
      selectors.map((selector) => panel.contains(document.querySelector(selector))),
    found.map(({ selector }) => selector),
  );
  const inPanel = found.filter((_, index) => isInPanel[index]);
  expect.soft([name, inPanel]).toEqual([name, []]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect.soft([name, wide]).toEqual([name, false]);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/assistant-${name}.png` });
}
