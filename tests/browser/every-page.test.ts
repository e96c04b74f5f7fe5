import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { sessionCookies } from "../clerk/session-cookies";
import { inFull } from "../world/in-full";
import { FULL } from "../world/scale";
import { createTester } from "../world/tester";
import { analyzeAtRest, isGrave } from "./analyze-at-rest";
import { LOOKS } from "./looks";
import { openBrowser } from "./open-browser";
import { visit } from "./visit";

const { production, development } = inject("servers");
let browser: Browser;
let postUrl: string;
let failedUrl: string;

beforeAll(async () => {
  browser = await openBrowser();
  const call = (path: string, body: object, headers = {}) =>
    fetch(`${development.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  await call("/api/onboarding/api-keys", {
    gemini: "ok-every-page-gemini-key",
    exa: "ok-every-page-exa-key-00",
  });
  const wait = { prefer: "wait=240" };
  const post = await (
    await call("/api/blog/generate", { topic: "Caching in Next.js", wordCount: 400 }, wait)
  ).json();
  const failed = await (
    await call(
      "/api/blog/generate",
      { topic: "Qzxv wqkj", includeDomains: ["nowhere.example"] },
      wait,
    )
  ).json();
  [postUrl, failedUrl] = [`/posts/${post.id}`, `/posts/${failed.id}`];
});
afterAll(() => browser.close());

const PAGES = () => [
  "/",
  "/posts",
  "/posts/new",
  "/onboarding/api-keys",
  "/onboarding/website",
  "/onboarding/finish",
  postUrl,
  failedUrl,
  "/posts/00000000-0000-4000-8000-000000000000",
  "/nowhere",
];

async function findViolations(context: BrowserContext, url: string): Promise<string[]> {
  const page = await context.newPage();
  await visit(page, url);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForLoadState("networkidle");
  const grave = await analyzeAtRest(page, isGrave);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  const small = await findSmall(page);
  await page.close();
  const found = grave.map(
    ({ id, nodes }) => `${url}: ${id} at ${nodes.map(({ target }) => target.join(" ")).join("; ")}`,
  );
  found.push(...small.map((name) => `${url}: too small for a finger: ${name}`));
  return wide ? [...found, `${url}: scrolls sideways`] : found;
}

/** Where a finger points: buttons, and links outside of texts, below 44 px. Marks of citations stand in a line. */
function findSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (!matchMedia("(pointer: coarse)").matches) return [];
    const isSmall = (target: HTMLElement) => {
      const { width, height } = target.getBoundingClientRect();
      return target.checkVisibility() && width > 1 && (width < 44 || height < 44);
    };
    const all = document.querySelectorAll<HTMLElement>("button, summary, nav a, header a");
    const found = [...all].filter((target) => !target.matches("article p *") && isSmall(target));
    return found.map((target) => target.textContent || target.ariaLabel || target.outerHTML);
  });
}

/** Each page has one look by turns; in full, all four. */
for (const [turn, [width, colorScheme]] of LOOKS.entries())
  test(`no page has a serious accessibility problem, scrolls sideways or is too small to touch at ${width} px in ${colorScheme}`, async () => {
    const look = { viewport: { width, height: 900 }, colorScheme, hasTouch: width < 500 };
    const context = await browser.newContext(look);
    const found: string[] = [];
    for (const path of PAGES().filter((_, index) => FULL || index % LOOKS.length === turn))
      found.push(...(await findViolations(context, `${development.url}${path}`)));
    expect(found).toEqual([]);
    await context.close();
  });

inFull(
  "the production pages of a signed-in tester and the landing page are as accessible",
  async () => {
    const tester = createTester(production.url);
    const context = await browser.newContext({ viewport: { width: 390, height: 900 } });
    await context.addCookies(await sessionCookies(tester.userId, production.url));
    const found: string[] = [];
    for (const path of ["/", "/posts", "/posts/new", "/onboarding/api-keys"])
      found.push(...(await findViolations(context, `${production.url}${path}`)));
    expect(found).toEqual([]);
    await context.close();
  },
);
