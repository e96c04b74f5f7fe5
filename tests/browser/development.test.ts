import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inFull } from "../world/in-full";
import { type Development, startDevelopment } from "../world/servers/start-development";
import { launchBrowser } from "./launch-browser";
import {
  collectComplaints,
  generateInBrowser,
  openBrowser,
  saveKeysInWizard,
} from "./open-browser";
import { reload, visit } from "./visit";

const KEYS = { gemini: "ok-developer-gemini-key-0001", exa: "ok-developer-exa-key-00000002" };
let app: Development;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startDevelopment(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

test("a developer walks from the landing page through step 1 to a finished post, without an account", async () => {
  const page = await browser.newPage();
  const complaints = collectComplaints(page);
  await visit(page, app.url);
  await page.getByRole("link", { name: "Open the writer" }).first().click();
  await page.waitForURL(/\/posts\/new$/);

  await visit(page, `${app.url}/onboarding`);
  await page.waitForURL(/\/onboarding\/api-keys$/);
  await saveKeysInWizard(page, KEYS);
  const file = path.join(app.folder, ".env.local");
  expect(readFileSync(file, "utf8")).toBe(
    `GEMINI_API_KEY=${KEYS.gemini}\nEXA_API_KEY=${KEYS.exa}\n`,
  );
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await page.content()).not.toContain(KEYS.gemini);

  await visit(page, `${app.url}/posts/new`);
  await generateInBrowser(page, "Caching in Next.js");
  const mark = page.getByRole("button", { name: /^Source 1:/ }).first();
  await mark.click();
  await page.getByRole("dialog").getByRole("link").first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await reload(page);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await visit(page, `${app.url}/posts`);
  await page
    .getByRole("link", { name: /caching/i })
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test("a rejected key is refused with its reason, and nothing is saved", async () => {
  const page = await browser.newPage();
  const before = existsSync(path.join(app.folder, ".env.local"));
  await visit(page, `${app.url}/onboarding/api-keys`);
  await page.getByRole("button", { name: "Replace the Exa key" }).click();
  await page.getByLabel("Exa key", { exact: true }).fill("bad-exa-key-000000000000000");
  await page.getByRole("button", { name: "Check", exact: true }).first().click();
  await page
    .getByText(/Exa.*reject|rejected your key/i)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Save key" }).click();
  await page.getByText("Nothing was saved").first().waitFor();
  expect(readFileSync(path.join(app.folder, ".env.local"), "utf8")).toContain(KEYS.exa);
  expect(before).toBe(true);
  await page.close();
});

inFull("a saved key is checked again without being entered again", async () => {
  const page = await browser.newPage();
  await visit(page, `${app.url}/onboarding/api-keys`);
  await page.getByRole("button", { name: "Check the saved Gemini key" }).click();
  await page.getByText("Gemini accepts this key.", { exact: true }).waitFor();
  await page.close();
});

test("a key is hidden until it is shown, is pasted without its spaces, and says what it is good for", async () => {
  const own = await launchBrowser();
  const permissions = ["clipboard-read", "clipboard-write"];
  const context = await own.newContext({ permissions });
  const page = await context.newPage();
  await visit(page, `${app.url}/onboarding/api-keys`);
  const card = page.locator("[data-provider=copilotkit]");
  const field = card.getByLabel("CopilotKit key", { exact: true });
  await page.evaluate(() => navigator.clipboard.writeText("  ck_pub_pasted0001 \n"));
  await card.getByRole("button", { name: "Paste" }).click();
  await expect.poll(() => field.inputValue()).toBe("ck_pub_pasted0001");
  const eye = card.getByLabel("Show or hide the CopilotKit key");
  for (const type of ["password", "text", "password"]) {
    await expect.poll(() => field.getAttribute("type")).toBe(type);
    await eye.click();
  }
  await card.getByRole("button", { name: "Why CopilotKit?" }).click();
  const dialog = page.getByRole("dialog", { name: "What a CopilotKit key gives you" });
  await dialog.getByText("A hosted assistant runtime of your own").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });

  await context.clearPermissions();
  await page.evaluate(() => {
    navigator.clipboard.readText = () => Promise.reject(new DOMException("", "NotAllowedError"));
  });
  await card.getByRole("button", { name: "Paste" }).click();
  await card.getByText("This browser does not let the page read the clipboard.").waitFor();
  expect(await field.inputValue()).toBe("ck_pub_pasted0001");
  await own.close();
});

inFull("the main job works by keyboard alone", async () => {
  const page = await browser.newPage();
  await visit(page, `${app.url}/posts`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("n");
  await page.waitForURL(/\/posts\/new$/);
  await page.getByLabel("What should the post be about?").focus();
  await page.keyboard.type("Server components");
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/);
  await page.getByRole("heading", { name: "Sources" }).first().waitFor();
  await page.close();
});

test("a key is deleted only after a confirmation", async () => {
  const page = await browser.newPage();
  await visit(page, `${app.url}/onboarding/api-keys`);
  await page.getByRole("button", { name: "Delete the Exa key" }).click();
  await page.getByRole("button", { name: "Keep it" }).click();
  expect(readFileSync(path.join(app.folder, ".env.local"), "utf8")).toContain(KEYS.exa);
  await page.getByRole("button", { name: "Delete the Exa key" }).click();
  await page.getByRole("button", { name: "Delete the key" }).click();
  await page.getByLabel("Exa key", { exact: true }).waitFor();
  expect(readFileSync(path.join(app.folder, ".env.local"), "utf8")).toBe(
    `GEMINI_API_KEY=${KEYS.gemini}\n`,
  );

  const events = page.getByRole("region", { name: "What happened to your keys" }).locator("li");
  await events.filter({ hasText: "Exa key deleted" }).waitFor();
  expect(await events.count()).toBe(3);
  await page.getByRole("button", { name: /^Show all \d+$/ }).press("Enter");
  const fold = page.getByRole("button", { name: "Show the newest 3 only", expanded: true });
  await fold.waitFor();
  expect(await events.count()).toBeGreaterThan(3);
  expect(await events.nth(3).evaluate((item) => item === document.activeElement)).toBe(true);
  await fold.press("Enter");
  await page.getByRole("button", { name: /^Show all/, expanded: false }).waitFor();
  expect(await events.count()).toBe(3);
  await page.close();
});
