import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Development, startDevelopment } from "../world/servers/start-development";
import { GHOST_KEY, startFakeGhost } from "../world/sites/fake-ghost";
import { startFakeWordpress } from "../world/sites/fake-wordpress";
import { WORDPRESS_USER } from "../world/sites/fake-wordpress-users";
import type { FakeSite } from "../world/sites/start-fake-site";
import { describeProfile } from "../world/wizard/fill-wizard";
import { inspectPage } from "./inspect-page";
import { collectComplaints, generateInBrowser, openBrowser } from "./open-browser";
import { reload, visit } from "./visit";

const KEYS = { gemini: "ok-last-steps-gemini-key-0001", exa: "ok-last-steps-exa-key-000002" };
let app: Development;
let browser: Browser;
let wordpress: FakeSite;
let ghost: FakeSite;

beforeAll(async () => {
  [app, browser, wordpress, ghost] = await Promise.all([
    startDevelopment(),
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
});

async function send(method: string, path: string, body: object): Promise<void> {
  const answer = await app.send(method, path, body);
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
}

/** The half-filled persona that the server has. */
async function readPersonaDraft(): Promise<unknown> {
  const [row] = await app.database.sql`SELECT draft FROM onboarding_data WHERE step = 'persona'`;
  return row?.draft ?? null;
}

test("a persona is generated, edited, kept over a reload, tried and saved", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints = collectComplaints(page);
  await visit(page, `${app.url}/onboarding/persona`);
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
  await expect.poll(readPersonaDraft).toMatchObject({
    core: { voice: "A beekeeper who has seen forty winters" },
    platforms: { linkedin: { voice: written } },
    taken: [expect.anything(), expect.anything(), expect.anything()],
  });

  await reload(page);
  expect(await page.getByLabel("Voice").first().inputValue()).toBe(
    "A beekeeper who has seen forty winters",
  );
  expect(await page.getByRole("checkbox", { name: "LinkedIn" }).isChecked()).toBe(true);
  await page.getByText("Try it with your persona").click();
  await page.getByLabel("A topic for one paragraph").first().fill("Swarms in May");
  await page.getByRole("button", { name: "Write a paragraph" }).first().click();
  await page.getByText("A beekeeper who has seen forty winters It comes").waitFor();
  expect(await inspectPage(page, "persona")).toEqual([]);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.waitForURL(/\/onboarding\/integrations$/);
  expect(complaints).toEqual([]);
  await context.close();
});

test("sites are connected, refused with the reason, chosen and disconnected", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await visit(page, `${app.url}/onboarding/integrations`);
  await page.getByLabel("Site address").fill(wordpress.url);
  const screen = page.getByRole("link", { name: "Open your application passwords" });
  expect(await screen.getAttribute("href")).toContain(`${wordpress.url}/wp-admin/profile.php#`);
  expect(await screen.getAttribute("rel")).toContain("noopener");
  await page.getByLabel("User").fill(WORDPRESS_USER.name);
  await page.getByLabel("Application password").fill("wrong");
  await page.getByRole("button", { name: "Connect WordPress" }).click();
  await page.getByText("The user name or the application password is wrong").first().waitFor();
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
  expect(await inspectPage(page, "integrations")).toEqual([]);

  await page.getByRole("button", { name: `Disconnect ${old}` }).click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("button", { name: `Disconnect ${old}` }).click();
  await page.getByRole("button", { name: "Disconnect the site" }).click();
  await page.getByRole("link", { name: old }).waitFor({ state: "detached" });
  await reload(page);
  await page.getByRole("link", { name: host }).waitFor();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(/\/onboarding\/finish$/);
  await context.close();
});

test("finishing opens the writer, which is the home page from then on, and posts show what shaped them", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints = collectComplaints(page);
  await visit(page, `${app.url}/onboarding/finish`);
  await page.getByText("Letters about beekeeping.").first().waitFor();
  expect(await inspectPage(page, "finish")).toEqual([]);
  await page.getByRole("button", { name: "Finish and open the writer" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/posts\/new$/);
  await visit(page, app.url);
  await page.waitForURL(/\/posts\/new$/);
  await page.getByLabel("What competitors leave out").uncheck();
  expect(await inspectPage(page, "new post")).toEqual([]);
  await generateInBrowser(page, "Caching in Next.js");
  const panel = page.getByRole("complementary", { name: "Research" });
  await panel.getByRole("link", { name: "Your persona" }).waitFor();
  expect(await panel.getByText("What competitors leave out").count()).toBe(0);
  await visit(page, `${app.url}/settings`);
  await page.getByText("A beekeeper who has seen forty winters").first().waitFor();
  expect(await inspectPage(page, "settings")).toEqual([]);
  await page.getByRole("link", { name: "Change Website" }).click();
  await page.waitForURL(/\/onboarding\/website$/);
  expect(complaints).toEqual([]);
  await context.close();
});
