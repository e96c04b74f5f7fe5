import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Development, startDevelopment } from "../world/servers/start-development";
import { openBrowser } from "./open-browser";
import { visit } from "./visit";

let app: Development;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startDevelopment(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** The name that a screen reader gives to what has the focus. */
function readFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement)) return "";
    const labels =
      focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement
        ? focused.labels
        : null;
    return (
      focused.getAttribute("aria-label") ??
      labels?.[0]?.textContent ??
      focused.textContent ??
      ""
    ).trim();
  });
}

/** Presses Tab until the wanted thing has the focus: whatever is needed must be in reach. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (name.test(await readFocus(page))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${name} is not in reach of the Tab key on ${page.url()}`);
}

async function type(page: Page, label: RegExp, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(text);
}

async function press(page: Page, name: RegExp, key = "Enter"): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

test("the whole wizard is walked by keyboard alone, every step by hand, to the writer", async () => {
  const page = await browser.newPage();
  await visit(page, `${app.url}/onboarding`);
  await page.waitForURL(/api-keys$/);
  await type(page, /^Gemini key/, "ok-keyboard-gemini-key-0001");
  await type(page, /^Exa key/, "ok-keyboard-exa-key-00000002");
  await page.keyboard.press("Enter");
  await press(page, /^Continue to Website/);
  await page.waitForURL(/website$/);
  await type(page, /^What you write about/, "Caching for the web");
  await type(page, /^Who reads you/, "Developers");
  await type(page, /^Writing style/, "Short and plain");
  await press(page, /^Save and continue/);
  await expect.poll(() => readFocus(page)).toMatch(/^Address of your site/);
  await page.keyboard.type("nextjs.org");
  await press(page, /^Save and continue/);
  await page.waitForURL(/research$/);
  await type(page, /^Gaps you can fill/, "What caching costs");
  await press(page, /^Save and continue/);
  await page.waitForURL(/persona$/);
  await press(page, /^Skip(?! to content)/);
  await page.waitForURL(/integrations$/);
  await press(page, /^Skip(?! to content)/);
  await page.waitForURL(/finish$/);
  await press(page, /^Finish and open the writer/);
  await page.waitForURL(/posts\/new$/);
  const [row] = await app.database.sql`SELECT current_step, progress FROM onboarding_sessions`;
  expect(row).toEqual({ current_step: 6, progress: 100 });
  await page.close();
});
