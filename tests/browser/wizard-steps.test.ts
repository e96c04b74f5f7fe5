import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Development, startDevelopment } from "../world/servers/start-development";
import { waitUntil } from "../world/wait-until";
import { analyzeAtRest } from "./analyze-at-rest";
import { comeToRest } from "./come-to-rest";
import { inspectPage } from "./inspect-page";
import { collectComplaints, openBrowser, saveKeysInWizard } from "./open-browser";
import { OWN_SITEMAP, readOwnSitemap } from "./read-own-sitemap";
import { reload, visit } from "./visit";
import { waitForDraft } from "./wait-for-draft";

const KEYS = { gemini: "ok-wizard-gemini-key-000001", exa: "ok-wizard-exa-key-00000002" };
let app: Development;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startDevelopment(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const isAt = (page: Page, step: string) => page.waitForURL(new RegExp(`/onboarding/${step}$`));
const value = (page: Page, label: string) => page.getByLabel(label).first().inputValue();
const openStep = async (page: Page, step: string) => {
  await visit(page, `${app.url}/onboarding/${step}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
};

async function readProgress(): Promise<number[]> {
  const [row] = await app.database.sql`SELECT current_step, progress FROM onboarding_sessions`;
  return [row?.current_step, row?.progress];
}

/** What a step has stored. */
async function readData(step: string) {
  const [row] = await app.database.sql`SELECT data FROM onboarding_data WHERE step = ${step}`;
  return row?.data;
}

/** Nothing for a screen reader to stumble over, light and dark, wide and narrow; no sideways scrolling. */
async function expectAccessible(page: Page): Promise<void> {
  for (const [width, scheme] of [
    [1280, "light"],
    [390, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await comeToRest(page);
    const violations = await analyzeAtRest(page);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    const folder = process.env.SCREENSHOTS;
    const name = `${new URL(page.url()).pathname.split("/").at(-1)}-${width}-${scheme}.png`;
    if (folder) await page.screenshot({ path: `${folder}/${name}`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

test("steps 1 to 3 are walked with reloads, a second tab and a way back, and nothing is lost", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints = collectComplaints(page);
  await openStep(page, "api-keys");
  await saveKeysInWizard(page, KEYS);
  await page.getByRole("link", { name: "Continue to Website" }).click();
  await isAt(page, "website");
  await expect.poll(readProgress).toEqual([1, (1 / 6) * 100]);

  await page.getByLabel("Address of your site").fill("nextjs.org/docs");
  await page.getByText("About $0.0").last().waitFor();
  await page.getByRole("button", { name: "Read and describe my site" }).click();
  await page.getByText(/[1-6] of 6 pages were read/).waitFor();
  await waitUntil("the last field", async () => (await value(page, "Things to avoid")) !== "");
  await page
    .getByText(/on your Exa and Gemini keys/)
    .last()
    .waitFor();
  const kept = waitForDraft(page, "website", "Developers who are new to Next.js");
  await page.getByLabel("Who reads you").fill("Developers who are new to Next.js");
  await kept;
  await reload(page);
  expect(await value(page, "Who reads you")).toBe("Developers who are new to Next.js");
  for (const named of ["Style patterns", "Writing guidelines"])
    expect((await value(page, named)).split("\n").length, named).toBeGreaterThanOrEqual(3);
  const style = await value(page, "Writing style");
  expect(style).toMatch(/sentences of about \d+ words/);
  await page.getByRole("button", { name: /Use it.*nextjs\.org/ }).click();
  expect(await value(page, "Who reads you")).not.toBe("Developers who are new to Next.js");
  await page.getByRole("button", { name: "Bring the earlier description back" }).click();
  expect(await value(page, "Who reads you")).toBe("Developers who are new to Next.js");
  await page.getByRole("button", { name: /^Delete the analysis of/ }).click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("button", { name: /Use it.*nextjs\.org/ }).waitFor();
  await readOwnSitemap(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await isAt(page, "research");
  const { sitemap, profile } = await readData("website");
  expect(sitemap).toEqual(OWN_SITEMAP);
  expect([profile.patterns.length, profile.guidelines.length].every((few) => few >= 3)).toBe(true);
  await expect.poll(readProgress).toEqual([2, (2 / 6) * 100]);
  expect(await page.getByRole("button", { name: /^Skip/ }).count()).toBe(0);

  await page.getByRole("button", { name: "Find competitors and gaps" }).click();
  await page
    .getByRole("button", { name: /^Remove / })
    .first()
    .waitFor();
  await waitUntil("the gaps", async () => (await value(page, "Gaps you can fill")) !== "");
  expect(await value(page, "GitHub")).toBe("https://github.com/nextjs");
  await page
    .getByRole("button", { name: /^Highlights of / })
    .first()
    .click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByLabel("Add a competitor").fill("example.org");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Remove example.org" }).click();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("button", { name: "Remove example.org" }).waitFor();
  await page.getByLabel("GitHub", { exact: true }).fill("https://github.com/vercel");
  await page.getByRole("radio", { name: /^By a search/ }).check();
  await page.getByRole("button", { name: "Find my accounts" }).click();
  await page.getByText("4 accounts were found. What you had entered stays").waitFor();
  await page.getByText(/on your Exa key$/).waitFor();
  expect(await value(page, "YouTube")).toBe("https://www.youtube.com/@nextjs");
  expect(await value(page, "GitHub")).toBe("https://github.com/vercel");
  await page.getByLabel("Sites to avoid").fill("example.com, example.net");
  const chosen = waitForDraft(page, "research", '"comprehensive"');
  await page.getByText("Auto", { exact: true }).click();
  await page
    .getByText(/^Each post takes what fits it: comprehensive from 2,000 words on/)
    .waitFor();
  await page.getByText("Comprehensive", { exact: true }).click();
  await chosen;
  await reload(page);
  await page.getByRole("button", { name: "Remove example.org" }).waitFor();
  expect(await value(page, "Sites to avoid")).toBe("example.com, example.net");
  await expectAccessible(page);

  const second = await context.newPage();
  await openStep(second, "website");
  expect(await value(second, "Writing style")).toBe(style);
  await second.close();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await isAt(page, "persona");
  expect((await readData("research")).socials).toEqual(
    expect.arrayContaining([
      { platform: "github", url: "https://github.com/vercel" },
      { platform: "youtube", url: "https://www.youtube.com/@nextjs" },
    ]),
  );
  await expect.poll(readProgress).toEqual([3, 50]);
  await page.getByRole("link", { name: "Back to Research" }).click();
  await isAt(page, "research");
  await page
    .getByRole("link", { name: /Website/ })
    .first()
    .click();
  await isAt(page, "website");
  expect(await page.locator("[aria-current=step]").textContent()).toContain("Website");
  expect(await readProgress()).toEqual([3, 50]);
  expect(complaints).toEqual([]);
  await context.close();
});

test("an optional step can be skipped, and starting over keeps the answers unless the word is typed", async () => {
  const page = await browser.newPage();
  await openStep(page, "persona");
  await page.getByRole("button", { name: "Skip Personalization" }).click();
  await isAt(page, "integrations");
  await expect.poll(readProgress).toEqual([4, (4 / 6) * 100]);
  await openStep(page, "finish");
  const learned = page.getByRole("region", { name: "What ALwrity has learned" });
  const told = (title: string) =>
    learned
      .getByRole("listitem")
      .filter({ has: page.getByRole("link", { name: title }) })
      .textContent();
  expect(await told("Website")).toMatch(/For: Developers who are new to Next\.js\..*in your style/);
  expect(await told("Research")).toContain("comprehensive research");
  expect(await told("Personalization")).toMatch(/Not filled in.*optional.*in your voice/);
  expect(await told("Integrations")).toMatch(/Not filled in.*finished posts can go to/);
  const keys = page.getByRole("region", { name: "Your keys" }).getByRole("listitem");
  expect(await keys.allTextContents()).toEqual([
    expect.stringMatching(/^Gemini\s*Accepted, last checked .+\./),
    expect.stringMatching(/^Exa\s*Accepted, last checked .+\./),
  ]);
  await page.getByRole("button", { name: "Finish and open the writer" }).waitFor();
  await page.getByRole("button", { name: "Start over…" }).click();
  await page.getByRole("button", { name: "Start over, keep my answers" }).click();
  await isAt(page, "api-keys");
  expect(await readProgress()).toEqual([0, 0]);
  await page.getByRole("button", { name: "Continue with these keys" }).click();
  await isAt(page, "website");
  expect(await value(page, "Who reads you")).toBe("Developers who are new to Next.js");
  await page.getByRole("button", { name: "Start over…" }).click();
  expect(await page.getByRole("button", { name: "Delete my answers" }).isDisabled()).toBe(true);
  await page.getByLabel(/type “reset”/).fill("reset");
  await page.getByRole("button", { name: "Delete my answers" }).click();
  await isAt(page, "api-keys");
  await openStep(page, "website");
  expect(await value(page, "Who reads you")).toBe("");
  await openStep(page, "finish");
  expect(await told("Website")).toContain("Still to do.");
  await page.getByText("is finished once API keys, Website, and Research are saved.").waitFor();
  await page.getByRole("link", { name: "Go on with API keys" }).waitFor();
  await page.close();
});

test("work is stopped with one press, and the step goes on by hand", async () => {
  const page = await browser.newPage();
  await openStep(page, "api-keys");
  await page.getByRole("button", { name: "Replace the Gemini key" }).click();
  await page.getByLabel("Gemini key", { exact: true }).fill("slow:300-wizard-gemini-key-1");
  await page.getByRole("button", { name: "Save key" }).click();
  await page.getByText("••••ey-1").waitFor();
  await openStep(page, "website");
  await page.getByText("My business").click();
  await page
    .getByLabel("Your business", { exact: true })
    .fill("We mend violins for players of all ages. ".repeat(2));
  await page.getByRole("button", { name: "Describe how it sounds" }).click();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await page.getByText("Stopped. What had arrived is kept.").waitFor();
  await page.getByLabel("What you write about").fill("Violins");
  await page.getByLabel("Who reads you").fill("Players");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByText("Say how your texts sound.").waitFor();
  await page.getByLabel("Writing style").fill("Warm and exact");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await isAt(page, "research");
  await page.close();
});

test("what is known to be wrong with a service is said where it is paid for, until it is mended", async () => {
  const page = await browser.newPage();
  const keys = "/api/onboarding/api-keys";
  const saveExaKey = (exa: string) => app.send("POST", keys, { exa });
  const shows = async (step: string, words: string) =>
    (await (await app.send("GET", `/onboarding/${step}`)).text()).includes(words);
  const exa = page.getByRole("region", { name: "Your keys" }).getByRole("listitem").nth(1);
  const fault = "Your Exa account has no credits left.";
  await saveExaKey("times:1+no-credits-wizard-exa-3");
  for (const step of ["website", "research", "setup"]) {
    expect(await shows(step, fault), step).toBe(true);
    expect(await shows(step, 'href="https://dashboard.exa.ai/billing"'), step).toBe(true);
  }
  expect(await shows("persona", fault), "it asks Gemini alone").toBe(false);
  await openStep(page, "finish");
  expect(await exa.textContent()).toMatch(/^Exa\s*Accepted, last.*no credits left, last seen/);
  await app.send("POST", `${keys}/exa/check`);
  expect(await shows("website", fault)).toBe(false);

  await saveExaKey("reject-later:1-wizard-exa-key-4");
  await app.send("POST", `${keys}/exa/check`);
  expect(await shows("website", "Exa no longer accepts your key.")).toBe(true);
  await reload(page);
  expect(await exa.textContent()).toMatch(/^Exa\s*Rejected: replace it, last checked/);
  await app.send("DELETE", `${keys}/exa`);
  await openStep(page, "research");
  await page.getByText("Your Exa key is missing.").waitFor();
  expect(await inspectPage(page, "service-note")).toEqual([]);
  await page.close();
});
