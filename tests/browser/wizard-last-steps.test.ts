import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createDatabase, type TestDatabase } from "../world/create-database";
import { GHOST_KEY, startFakeGhost } from "../world/fake-ghost";
import { startFakeWordpress, WORDPRESS_USER } from "../world/fake-wordpress";
import { describeProfile } from "../world/fill-wizard";
import { type App, startApp } from "../world/start-app";
import type { FakeSite } from "../world/start-fake-site";
import { analyzeAtRest } from "./analyze-at-rest";
import { collectComplaints, generateInBrowser, openBrowser } from "./open-browser";

const { sandboxUrl } = inject("servers");
const KEYS = { gemini: "ok-last-steps-gemini-key-0001", exa: "ok-last-steps-exa-key-000002" };
let app: App;
let browser: Browser;
let database: TestDatabase;
let wordpress: FakeSite;
let ghost: FakeSite;

beforeAll(async () => {
  database = await createDatabase();
  const env = { DATABASE_URL: database.url, GEMINI_BASE_URL: sandboxUrl, EXA_BASE_URL: sandboxUrl };
  [app, browser, wordpress, ghost] = await Promise.all([
    startApp(env),
    openBrowser(),
    startFakeWordpress(),
    startFakeGhost(),
  ]);
  const { website, research } = describeProfile("beekeeping");
  await send("POST", "/api/onboarding/api-keys", KEYS);
  await send("PUT", "/api/onboarding/steps/website", website);
  await send("PUT", "/api/onboarding/steps/research", research);
});
afterAll(async () => {
  await browser.close();
  wordpress.close();
  ghost.close();
  await app.stop();
  await database.drop();
});

async function send(method: string, path: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${app.url}${path}`, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
}

/** What a page has against it: serious accessibility problems in both schemes, and scrolling sideways. */
async function inspect(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [1280, 390]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const violations = await analyzeAtRest(page);
      const grave = violations.filter(
        ({ impact }) => impact === "serious" || impact === "critical",
      );
      const at = `${name} at ${width} px in ${colorScheme}`;
      found.push(...grave.map(({ id, nodes }) => `${at}: ${id} ${nodes[0]?.target.join(" ")}`));
      if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
        found.push(`${at}: scrolls sideways`);
      if (process.env.SHOTS)
        await page.screenshot({
          path: `${process.env.SHOTS}/${at.replaceAll(" ", "-")}.png`,
          fullPage: true,
        });
    }
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

test("a persona is generated, edited, kept over a reload, tried and saved", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints = collectComplaints(page);
  await page.goto(`${app.url}/onboarding/persona`);
  await page.getByRole("button", { name: "Generate your persona" }).click();
  await page.getByText("on your Gemini key. Edit anything below.").first().waitFor();
  const voice = page.getByLabel("Voice").first();
  expect(await voice.inputValue()).toContain("beekeeping");
  await voice.fill("A beekeeper who has seen forty winters");
  await page.getByRole("checkbox", { name: "LinkedIn" }).check();
  await page.getByRole("button", { name: "Generate the LinkedIn persona" }).click();
  const linkedin = page.getByRole("region", { name: "LinkedIn" });
  await linkedin.getByText("Edit anything below.").waitFor();
  await page.getByRole("button", { name: "Regenerate your persona" }).click();
  const bringBack = page.getByRole("button", { name: "Bring the earlier text of your persona" });
  await bringBack.waitFor();
  expect(await voice.inputValue()).not.toContain("forty winters");
  await bringBack.click();
  expect(await voice.inputValue()).toContain("forty winters");
  const ownVoice = linkedin.getByLabel("Voice");
  const written = await ownVoice.inputValue();
  await page.getByRole("checkbox", { name: "LinkedIn" }).uncheck();
  await linkedin.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Bring it back" }).click();
  expect(await ownVoice.inputValue()).toBe(written);
  await page.waitForTimeout(1_200);

  await page.reload();
  expect(await page.getByLabel("Voice").first().inputValue()).toBe(
    "A beekeeper who has seen forty winters",
  );
  expect(await page.getByRole("checkbox", { name: "LinkedIn" }).isChecked()).toBe(true);
  await page.getByText("Try it with your persona").click();
  await page.getByLabel("A topic for one paragraph").first().fill("Swarms in May");
  await page.getByRole("button", { name: "Write a paragraph" }).first().click();
  await page.getByText("A beekeeper who has seen forty winters It comes").waitFor();
  expect(await inspect(page, "persona")).toEqual([]);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.waitForURL(/\/onboarding\/integrations$/);
  expect(complaints).toEqual([]);
  await context.close();
});

test("sites are connected, refused with the reason, chosen and disconnected", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${app.url}/onboarding/integrations`);
  await page.getByLabel("Site address").fill(wordpress.url);
  await page.getByLabel("User").fill(WORDPRESS_USER.name);
  await page.getByLabel("Application password").fill("wrong");
  await page.getByRole("button", { name: "Connect WordPress" }).click();
  await page.getByText("WordPress refused this application password").first().waitFor();
  await page.getByLabel("Application password").fill(WORDPRESS_USER.password);
  await page.getByRole("button", { name: "Connect WordPress" }).click();
  await page.getByText("Primary site").waitFor();
  await page.getByLabel("Admin address").fill(ghost.url);
  await page.getByLabel("Admin API key").fill(GHOST_KEY);
  await page.keyboard.press("Enter");
  const host = new URL(ghost.url).host;
  await page.getByRole("button", { name: `Make primary ${host}` }).click();
  const old = new URL(wordpress.url).host;
  await page.getByRole("button", { name: `Make primary ${old}` }).waitFor();
  expect(await page.content()).not.toContain(GHOST_KEY);
  expect(await inspect(page, "integrations")).toEqual([]);

  await page.getByRole("button", { name: `Disconnect ${old}` }).click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("button", { name: `Disconnect ${old}` }).click();
  await page.getByRole("button", { name: "Disconnect the site" }).click();
  await page.getByRole("link", { name: old }).waitFor({ state: "detached" });
  await page.reload();
  await page.getByRole("link", { name: host }).waitFor();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(/\/onboarding\/finish$/);
  await context.close();
});

test("finishing opens the writer, which is the home page from then on, and posts show what shaped them", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints = collectComplaints(page);
  await page.goto(`${app.url}/onboarding/finish`);
  await page.getByText("Letters about beekeeping.").first().waitFor();
  expect(await inspect(page, "finish")).toEqual([]);
  await page.getByRole("button", { name: "Finish and open the writer" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/posts\/new$/);
  await page.goto(app.url);
  await page.waitForURL(/\/posts\/new$/);
  await page.getByLabel("What competitors leave out").uncheck();
  expect(await inspect(page, "new post")).toEqual([]);
  await generateInBrowser(page, "Caching in Next.js");
  const panel = page.getByRole("complementary", { name: "Research" });
  await panel.getByRole("link", { name: "Your persona" }).waitFor();
  expect(await panel.getByText("What competitors leave out").count()).toBe(0);
  await page.goto(`${app.url}/settings`);
  await page.getByText("A beekeeper who has seen forty winters").first().waitFor();
  expect(await inspect(page, "settings")).toEqual([]);
  await page.getByRole("link", { name: "Change Website" }).click();
  await page.waitForURL(/\/onboarding\/website$/);
  expect(complaints).toEqual([]);
  await context.close();
});
