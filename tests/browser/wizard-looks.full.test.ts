import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PATIENCE_MS } from "../world/patience";
import { type Development, startDevelopment } from "../world/servers/start-development";
import { startFakeGhost } from "../world/sites/fake-ghost";
import { startFakeWordpress } from "../world/sites/fake-wordpress";
import { WORDPRESS_USER } from "../world/sites/fake-wordpress-users";
import type { FakeSite } from "../world/sites/start-fake-site";
import { describeProfile } from "../world/wizard/fill-wizard";
import { inspectPage } from "./inspect-page";
import { openBrowser } from "./open-browser";
import { visit } from "./visit";

const STEPS = ["api-keys", "website", "research", "persona", "integrations", "finish"] as const;
let app: Development;
let browser: Browser;
let wordpress: FakeSite;
let ghost: FakeSite;
let page: Page;
let serial = 0;
/** Each test looks at many states. */
const PATIENT = { timeout: 3 * PATIENCE_MS };

beforeAll(async () => {
  [app, browser, wordpress, ghost] = await Promise.all([
    startDevelopment(),
    openBrowser(),
    startFakeWordpress(),
    startFakeGhost(),
  ]);
  const context = await browser.newContext();
  page = await context.newPage();
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

/** From now on the providers do what these scenarios say. Only the first keys are checked: ten may be in a minute. */
async function saveKeys({ gemini = "ok", exa = "ok" }): Promise<void> {
  serial += 1;
  const keys = { gemini: `${gemini}-looks-gemini-${serial}`, exa: `${exa}-looks-exa-${serial}` };
  if (serial === 1) return send("POST", "/api/onboarding/api-keys", keys);
  const lines = [`GEMINI_API_KEY=${keys.gemini}`, `EXA_API_KEY=${keys.exa}`, ""];
  writeFileSync(path.join(app.folder, ".env.local"), lines.join("\n"));
}

async function open(step: (typeof STEPS)[number]): Promise<void> {
  await visit(page, `${app.url}/onboarding/${step}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
}

const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();
/** The label of the field that has the focus, which must be marked as not valid. */
const readFocus = () =>
  page.evaluate(() => {
    const field = document.activeElement;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
    return field.ariaInvalid === "true" ? field.labels?.[0]?.textContent?.replace(" *", "") : null;
  });
/** Said of the work that has just failed; what was known before is no alert. */
const quotaUsedUp = () => page.getByRole("alert").filter({ hasText: "quota for today is used up" });
const look = async (name: string) => expect.soft(await inspectPage(page, name)).toEqual([]);

test(
  "every step is sound while it is empty, and where nothing has been filled in",
  PATIENT,
  async () => {
    for (const step of STEPS) {
      await open(step);
      await look(`${step}-empty`);
    }
    await open("website");
    await press("Save and continue");
    await page.getByText("Say who reads you.").waitFor();
    await expect.poll(readFocus).toBe("Address of your site");
    await look("website-refused");
    await open("persona");
    await press("Save and continue");
    await page.getByText("Your persona is not complete.").waitFor();
    await expect.poll(readFocus).toBe("Voice");
    await look("persona-refused");
  },
);

test("every step is sound after a failure", PATIENT, async () => {
  await open("api-keys");
  await page.getByLabel("Gemini key", { exact: true }).fill("expired-looks-gemini-0000");
  await page.getByLabel("Exa key", { exact: true }).fill("no-credits-looks-exa-00000");
  await press("Check all");
  await page.getByText("accepts this key, but will not serve it yet").waitFor();
  await look("api-keys-failed");
  await press("Save 2 keys");
  await expect.poll(readFocus).toBe("Gemini key");
  await saveKeys({ gemini: "quota-day" });
  await open("website");
  await page.getByLabel("Address of your site").fill("nextjs.org/docs");
  await page.getByLabel("More pages to read").fill("https://nextjs.org/docs/no-such-page");
  await press("Read and describe my site");
  await quotaUsedUp().waitFor();
  await look("website-failed");
  await send("PUT", "/api/onboarding/steps/website", describeProfile("beekeeping").website);
  await open("research");
  await press("Find competitors and gaps");
  await quotaUsedUp().waitFor();
  await page.getByLabel("Sites to prefer").fill("not a domain");
  await press("Save and continue");
  await page.getByText("Give a bare domain").waitFor();
  await expect.poll(readFocus).toBe("Sites to prefer");
  await look("research-failed");
  await open("persona");
  await press("Generate your persona");
  await quotaUsedUp().waitFor();
  await look("persona-failed");
  await open("integrations");
  await page.getByLabel("Site address").fill(wordpress.url);
  await page.getByLabel("User").fill(WORDPRESS_USER.name);
  await page.getByLabel("Application password").fill("wrong");
  await press("Connect WordPress");
  await page.getByText("The user name or the application password is wrong").first().waitFor();
  await expect.poll(readFocus).toBe("Application password");
  await page.getByLabel("Admin address").fill(ghost.url);
  await press("Connect Ghost");
  await page.getByText("Fill this in.").waitFor();
  await expect.poll(readFocus).toBe("Admin API key");
  await look("integrations-failed");
});

test("every work is sound while it runs, waits or is stopped", PATIENT, async () => {
  await saveKeys({ exa: "silent:60" });
  await open("website");
  await page.getByText("My website").click();
  await page.getByLabel("Address of your site").fill("nextjs.org/docs");
  await press("Read and describe my site");
  await page.getByText(/Nothing has come back for a while/).waitFor();
  await look("website-running");
  await press("Stop");
  await page.getByText("Stopped. What had arrived is kept.").waitFor();
  await look("website-stopped");
  await saveKeys({ gemini: "slow:700" });
  await open("persona");
  await press("Generate your persona");
  const voice = page.getByLabel("Voice").first();
  await expect.poll(() => voice.inputValue()).not.toBe("");
  await look("persona-running");
  await press("Stop");
  await saveKeys({ gemini: "quota-minute:40" });
  await open("research");
  await press("Find competitors and gaps");
  await page.getByText(/The quota of this minute is used up/).waitFor();
  await page.getByText(/^in \d+ s$/).waitFor();
  await look("research-waiting");
  await press("Stop");
});

test("every step is sound once it is filled in", PATIENT, async () => {
  await saveKeys({});
  await open("api-keys");
  await look("api-keys-filled");
  await open("website");
  await page.getByText("My website").click();
  await page.getByLabel("Address of your site").fill("nextjs.org/docs");
  await press("Read and describe my site");
  await page.getByText(/of \d+ pages were read/).waitFor();
  await page.getByRole("button", { name: "Read and describe my site" }).waitFor();
  await look("website-filled");
  await press("Save and continue");
  await page.waitForURL(/research$/);
  await press("Find competitors and gaps");
  await page.getByRole("heading", { name: "What your site has already" }).waitFor();
  await page.getByRole("button", { name: "Find competitors and gaps" }).waitFor();
  await page.getByLabel("Sites to prefer").fill("nextjs.org");
  await look("research-filled");
  await press("Save and continue");
  await page.waitForURL(/persona$/);
  await send("PUT", "/api/onboarding/steps/persona", describeProfile("beekeeping").persona);
  await open("persona");
  await press("Regenerate your persona");
  await page.getByText("on your Gemini key. Edit anything below.").waitFor();
  await page.getByText("How close the sample paragraph comes").waitFor();
  await page.getByRole("checkbox", { name: "LinkedIn" }).check();
  await page.getByText("Try it with your persona").click();
  await page.getByLabel("A topic for one paragraph").first().fill("Swarms in May");
  await press("Write a paragraph");
  await page.getByText("How close this paragraph comes").waitFor();
  await look("persona-filled");
  await press("Generate the LinkedIn persona");
  await page.getByText("Edit anything below.").nth(1).waitFor();
  await press("Save and continue");
  await page.waitForURL(/integrations$/);
  await page.getByLabel("Site address").fill(wordpress.url);
  await page.getByLabel("User").fill(WORDPRESS_USER.name);
  await page.getByLabel("Application password").fill(WORDPRESS_USER.password);
  await press("Connect WordPress");
  await page.getByText("Primary site").waitFor();
  await look("integrations-filled");
  await open("finish");
  await look("finish-filled");
  await press("Finish and open the writer");
  await page.waitForURL(/posts\/new$/);
  await page.getByText("More options", { exact: true }).click();
  await page.getByLabel("In the voice of").selectOption("linkedin");
  await look("new-post-voice");
});
