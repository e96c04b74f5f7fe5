import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inFull } from "../world/in-full";
import { type Development, startDevelopment } from "../world/servers/start-development";
import { describeProfile } from "../world/wizard/fill-wizard";
import { openBrowser } from "./open-browser";
import { reload, visit } from "./visit";

const KEYS = { gemini: "ok-drafts-gemini-key-000001", exa: "ok-drafts-exa-key-00000002" };
let app: Development;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startDevelopment(), openBrowser()]);
  await app.send("POST", "/api/onboarding/api-keys", KEYS);
  const { website } = describeProfile("violins");
  await app.send("PUT", "/api/onboarding/steps/website", website);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function openWebsite(page: Page): Promise<void> {
  await visit(page, `${app.url}/onboarding/website`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** The description in the draft that the server has. */
async function readDraft(): Promise<Record<string, string> | undefined> {
  const [row] = await app.database.sql`SELECT draft FROM onboarding_data WHERE step = 'website'`;
  return row?.draft?.profile;
}

inFull("a draft that is still on its way when its step is saved does not come back", async () => {
  const page = await browser.newPage();
  await openWebsite(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/steps/website/draft", async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest("**/steps/website/draft");
  await page.getByLabel("What you write about").fill("Cellos");
  await asked;
  await page.getByLabel("What you write about").fill("Cellos and violas");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.waitForURL(/\/onboarding\/research$/);
  const late = page.waitForResponse("**/steps/website/draft");
  release();
  expect((await late).status()).toBe(409);
  const [row] = await app.database
    .sql`SELECT data, draft FROM onboarding_data WHERE step = 'website'`;
  expect(row).toMatchObject({
    data: { profile: { description: "Cellos and violas" } },
    draft: null,
  });
  await page.close();
});

inFull("what is typed in a second tab after the first has saved the step is kept", async () => {
  const context = await browser.newContext();
  const [first, second] = [await context.newPage(), await context.newPage()];
  await openWebsite(first);
  await openWebsite(second);
  await first.getByLabel("Brand voice").fill("Saved by the first");
  await first.getByRole("button", { name: "Save and continue" }).click();
  await first.waitForURL(/\/onboarding\/research$/);
  await second.getByLabel("Brand voice").fill("Typed in the second");
  await expect.poll(readDraft).toMatchObject({ brandVoice: "Typed in the second" });
  await reload(second);
  expect(await second.getByLabel("Brand voice").inputValue()).toBe("Typed in the second");
  await context.close();
});

inFull("what was typed just before the page is left is kept", async () => {
  const page = await browser.newPage();
  await openWebsite(page);
  await page.getByLabel("Kind of content").fill("Letters");
  await visit(page, `${app.url}/posts`);
  await expect.poll(readDraft).toMatchObject({ contentType: "Letters" });
  await page.close();
});

test("what is typed without a connection is kept as soon as there is one", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await openWebsite(page);
  await context.setOffline(true);
  const failed = page.waitForEvent("requestfailed");
  await page.getByLabel("Brand voice").fill("Typed offline");
  await failed;
  expect(await readDraft()).not.toMatchObject({ brandVoice: "Typed offline" });
  await context.setOffline(false);
  await expect.poll(readDraft).toMatchObject({ brandVoice: "Typed offline" });
  await context.close();
});

inFull("a form as full as it may be is kept", async () => {
  const page = await browser.newPage();
  await openWebsite(page);
  await page.getByText("A text of mine").click();
  await page.getByLabel("A text of yours", { exact: true }).fill("提琴".repeat(10_000));
  await page.getByLabel("What you write about").fill("提琴".repeat(2_000));
  await expect.poll(readDraft).toMatchObject({ description: "提琴".repeat(2_000) });
  await page.close();
});
