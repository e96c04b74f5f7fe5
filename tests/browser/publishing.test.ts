import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createDatabase, type TestDatabase } from "../world/create-database";
import { type FakeGhost, GHOST_KEY, startFakeGhost } from "../world/fake-ghost";
import { type FakeWordpress, startFakeWordpress, WORDPRESS_USER } from "../world/fake-wordpress";
import { type App, startApp } from "../world/start-app";
import { analyzeAtRest } from "./analyze-at-rest";
import { openBrowser } from "./open-browser";

const { sandboxUrl } = inject("servers");
const RED = {
  ...{ sectionId: "sec-1", dropped: 0 },
  claims: [{ text: "No.", passageIds: [], level: "unsupported", quote: null, reason: null }],
};
let app: App;
let browser: Browser;
let database: TestDatabase;
let wordpress: FakeWordpress;
let ghost: FakeGhost;
let postId: string;

beforeAll(async () => {
  database = await createDatabase();
  const env = { DATABASE_URL: database.url, GEMINI_BASE_URL: sandboxUrl, EXA_BASE_URL: sandboxUrl };
  [app, browser, wordpress, ghost] = await Promise.all([
    startApp(env),
    openBrowser(),
    startFakeWordpress(),
    startFakeGhost(),
  ]);
  const keys = { gemini: "ok-g-publish-dialog-01", exa: "ok-e-publish-dialog-01" };
  await send("/api/onboarding/api-keys", keys);
  const body = { topic: "Caching in Next.js", wordCount: 400 };
  const made = await send("/api/blog/generate", body, { prefer: "wait=60" });
  postId = (await made.json()).id;
  await database.sql`
    UPDATE posts SET document = jsonb_set(document, '{verdicts}', ${database.sql.json([RED])})
    WHERE id = ${postId}`;
});
afterAll(async () => {
  await browser.close();
  wordpress.close();
  ghost.close();
  await app.stop();
  await database.drop();
});

function send(path: string, body: object, more = {}): Promise<Response> {
  const headers = { "content-type": "application/json", ...more };
  return fetch(`${app.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

/** What a page has against it: serious accessibility problems in both schemes, and scrolling sideways. */
async function inspect(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [1280, 390]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await page.waitForFunction(() => document.getAnimations().length === 0);
      const violations = await analyzeAtRest(page);
      const grave = violations.filter(
        ({ impact }) => impact === "serious" || impact === "critical",
      );
      const at = `${name} at ${width} px in ${colorScheme}`;
      found.push(...grave.map(({ id, nodes }) => `${at}: ${id} ${nodes[0]?.target.join(" ")}`));
      if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
        found.push(`${at}: scrolls sideways`);
      const folder = process.env.SHOTS;
      if (folder) await page.screenshot({ path: `${folder}/${at.replaceAll(" ", "-")}.png` });
    }
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

test("a post is copied, downloaded, and published when its author has confirmed what will happen", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const context = await browser.newContext({ permissions });
  const page = await context.newPage();
  await page.goto(`${app.url}/posts/${postId}`);
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("link", { name: "Connect a site" }).waitFor();
  const found = await inspect(page, "no site");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Copy Markdown" }).waitFor();
  found.push(...(await inspect(page, "export")));
  await page.getByRole("menuitem", { name: "Copy Markdown" }).click();
  await page.getByRole("alert").getByText("Markdown copied").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^# Caching/);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Word (.docx)" }).click();
  expect((await download).suggestedFilename()).toMatch(/^caching-[a-z-]+\.docx$/);

  const { name: username, password } = WORDPRESS_USER;
  const login = { kind: "wordpress", siteUrl: wordpress.url, username, secret: password };
  await send("/api/integrations", login);
  await send("/api/integrations", { kind: "ghost", siteUrl: ghost.url, secret: GHOST_KEY });
  const host = new URL(wordpress.url).host;
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("heading", { name: "Not ready yet" }).waitFor();
  expect(await page.getByRole("button", { name: `Save the draft on ${host}` }).isDisabled()).toBe(
    true,
  );
  found.push(...(await inspect(page, "not ready")));
  await page.getByRole("checkbox", { name: "Publish it with these claims as they are" }).check();
  await page.getByRole("radio", { name: "Scheduled" }).check();
  await page.getByRole("button", { name: `Schedule on ${host}` }).click();
  await page.getByText("Choose a day and a time.").waitFor();
  found.push(...(await inspect(page, "schedule")));
  await page.getByRole("radio", { name: "Live" }).check();
  await page.getByText(`A new post goes live on ${host} at once.`).waitFor();
  await page.getByRole("button", { name: `Publish on ${host}` }).click();
  await page.getByRole("alert").getByText("The post is live").waitFor();
  await page.getByRole("link", { name: "See the post" }).first().waitFor();
  found.push(...(await inspect(page, "live")));

  expect(await page.getByRole("button", { name: `Publish on ${host}` }).count()).toBe(0);
  wordpress.posts.clear();
  await page.getByRole("radio", { name: "Draft" }).check();
  await page.getByText("It becomes a draft: readers no longer see it.").waitFor();
  await page.getByRole("button", { name: `Save the draft on ${host}` }).click();
  await page.getByRole("button", { name: `Make it anew on ${host}` }).waitFor();
  found.push(...(await inspect(page, "missing")));
  await page.getByRole("button", { name: `Make it anew on ${host}` }).click();
  await page.getByRole("alert").getByText("The draft is on the site").waitFor();
  expect(wordpress.posts.size).toBe(1);
  expect(ghost.posts.size).toBe(0);
  expect(found).toEqual([]);
  await context.close();
}, 300_000);
