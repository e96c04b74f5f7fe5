import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { sessionCookies } from "../clerk/session-cookies";
import { inFull } from "../world/in-full";
import { createTester } from "../world/tester";
import { analyzeAtRest } from "./analyze-at-rest";
import { openBrowser } from "./open-browser";
import { visit } from "./visit";

const { production } = inject("servers");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The page of a finished post whose Gemini key plays a scenario. */
async function openPost(scenario: string, width: number, scheme: "light" | "dark"): Promise<Page> {
  const tester = createTester(production.url, scenario);
  await tester.call("POST", "/api/onboarding/api-keys", tester.keys);
  const body = { topic: "Caching in Next.js", wordCount: 400 };
  const answer = await tester.call("POST", "/api/blog/generate", body, { prefer: "wait=240" });
  const post: Post = await answer.json();
  expect(post.status, JSON.stringify(post.document?.problem)).toBe("ready");
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    reducedMotion: "reduce",
  });
  await context.addCookies(await sessionCookies(tester.userId, production.url));
  const page = await context.newPage();
  await visit(page, `${production.url}/posts/${post.id}`);
  await page.getByRole("heading", { name: "Sentences to look at" }).waitFor();
  return page;
}

async function expectAccessible(page: Page): Promise<void> {
  const violations = await analyzeAtRest(page);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

inFull(
  "a post whose sentences all stand in their sources says so, and its marks are green",
  async () => {
    const page = await openPost("ok", 1280, "light");
    await page.getByText(/^None\. Every sentence that cites is supported/).waitFor();
    const mark = page.getByRole("button", { name: /^Source 1: .+\. Supported by its source\.$/ });
    await mark.first().click();
    await page.getByRole("dialog").getByText("Supported by its source").waitFor();
    await expectAccessible(page);
    await page.context().close();
  },
);

test("sentences that nobody could confirm are listed, the refuted ones first, and their marks say so", async () => {
  for (const [width, scheme] of [
    [1280, "light"],
    [390, "dark"],
  ] as const) {
    const page = await openPost("hostile", width, scheme);
    const levels = page.getByRole("complementary", { name: "Research" }).getByRole("listitem");
    await expect(levels.first().textContent()).resolves.toContain("Not supported by its source");
    await page
      .getByText(/“4,711/)
      .first()
      .waitFor();
    await page
      .getByRole("link", { name: /^Exactly 87\.5%/ })
      .first()
      .click();
    expect(page.url()).toMatch(/#sec-\d+$/);
    const red = page.getByRole("button", { name: /Not supported by its source\.$/ }).first();
    expect(await red.getAttribute("data-level")).toBe("unsupported");
    await red.click();
    await page
      .getByRole("dialog")
      .getByText(/nowhere in the cited passage/)
      .waitFor();
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${width}-${scheme}.png` });
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    if (process.env.SHOTS)
      await page.screenshot({
        path: `${process.env.SHOTS}/${width}-${scheme}-page.png`,
        fullPage: true,
      });
    await page.context().close();
  }
});
