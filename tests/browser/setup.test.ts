import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Development, startDevelopment } from "../world/servers/start-development";
import { waitUntil } from "../world/wait-until";
import { describeProfile } from "../world/wizard/fill-wizard";
import { inspectPage } from "./inspect-page";
import { collectComplaints, openBrowser } from "./open-browser";
import { reload, visit } from "./visit";
import { waitForDraft } from "./wait-for-draft";

let app: Development;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startDevelopment(), openBrowser()]);
  const keys = { gemini: "slow:40-setup-gemini-key-1", exa: "ok-setup-exa-key-00000002" };
  await app.send("POST", "/api/onboarding/api-keys", keys);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

test("one line and one press make website, research and persona, wherever their owner is; one more finishes", async () => {
  const page = await browser.newPage();
  const complaints = collectComplaints(page);
  await visit(page, `${app.url}/onboarding/website`);
  await page.getByText("on your Exa and Gemini keys").first().waitFor();
  const line = page.getByLabel("Your site or your subject, in one line");
  await line.fill("No.");
  await line.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Give the address of your site, or at least 30 characters").waitFor();
  expect(await inspectPage(page, "setup refused")).toEqual([]);
  await line.fill("I write about heating old houses for people who renovate for the first time.");
  await page.getByRole("button", { name: "Set everything up" }).press("Enter");
  await page.waitForURL(/\/onboarding\/setup$/);
  await page.getByText("You may leave this page: it goes on.").waitFor();
  await page.getByRole("button", { name: "Stop", exact: true }).press("Enter");
  await page.getByText("Stopped. What had been found is kept.").waitFor();
  await page.getByRole("button", { name: "Go on" }).press("Enter");
  await page.getByText("You may leave this page: it goes on.").waitFor();
  expect(await inspectPage(page, "setup running")).toEqual([]);
  await visit(page, `${app.url}/posts`);
  await visit(page, `${app.url}/onboarding/setup`);
  await page.getByRole("heading", { name: "Look it over" }).waitFor();
  expect(await page.getByRole("link", { name: /^Change it/ }).count()).toBe(3);
  expect(await inspectPage(page, "setup done")).toEqual([]);
  await page.getByText("Make all three again").click();
  await page.getByText("What these three steps hold now is replaced.").waitFor();
  await line.fill("I write about cargo bikes for families in towns without a car of their own.");
  await page.getByRole("button", { name: "Set everything up" }).press("Enter");
  await page.getByText("You may leave this page: it goes on.").waitFor();
  await page.getByText("From I write about cargo bikes").waitFor();
  await page.getByRole("heading", { name: "Look it over" }).waitFor();
  await reload(page);
  await page.getByRole("button", { name: "Finish and open the writer" }).press("Enter");
  await page.waitForURL(/\/posts\/new$/);
  const [row] = await app.database.sql`SELECT progress FROM onboarding_sessions`;
  expect(row).toEqual({ progress: 100 });
  expect(complaints.filter((one) => !one.includes("422"))).toEqual([]);
  await page.close();
});

test("a persona is made on while its page is left, comes into the form once, and can be stopped", async () => {
  await app.send("POST", "/api/onboarding/api-keys", { gemini: "slow:60-setup-gemini-key-2" });
  const profile = describeProfile("walnut");
  await app.send("PUT", "/api/onboarding/steps/website", profile.website);
  await app.send("PUT", "/api/onboarding/steps/persona", profile.persona);
  const page = await browser.newPage();
  const complaints = collectComplaints(page);
  const begun = () => app.database.sql`SELECT status FROM setup_runs WHERE target <> 'setup'`;
  const regenerate = page.getByRole("button", { name: "Regenerate your persona" });
  const voice = page.getByLabel("Voice").first();
  await visit(page, `${app.url}/onboarding/persona`);
  await voice.fill("Nobody in particular");
  await regenerate.press("Enter");
  await page.getByText("You may leave this page: it goes on.").waitFor();
  await visit(page, `${app.url}/posts`);
  await waitUntil("the end", async () => (await begun())[0]?.status === "done");
  await visit(page, `${app.url}/onboarding/persona`);
  await page.getByText("on your Gemini key. Edit anything below.").waitFor();
  expect(await voice.inputValue()).toContain("walnut");
  const bringBack = page.getByRole("button", {
    name: "Bring the earlier text of your persona back",
  });
  await bringBack.waitFor();
  const kept = waitForDraft(page, "persona", "Changed by hand since");
  await voice.fill("Changed by hand since");
  await kept;
  await reload(page);
  await page.getByText("on your Gemini key. Or fill it in by hand.").first().waitFor();
  expect(await voice.inputValue()).toBe("Changed by hand since");
  expect(await bringBack.count(), "it was taken once").toBe(0);
  await regenerate.press("Enter");
  await page.getByRole("button", { name: "Stop", exact: true }).press("Enter");
  await page.getByText("Stopped. What had arrived is kept.").waitFor();
  await waitUntil("its row to go", async () => (await begun()).length === 0);
  await regenerate.press("Enter");
  await page.getByText("You may leave this page: it goes on.").waitFor();
  expect(await page.getByRole("button", { name: "Save and continue" }).isDisabled()).toBe(true);
  await page.getByText("on your Gemini key. Edit anything below.").waitFor();
  await page.getByRole("button", { name: "Save and continue" }).press("Enter");
  await page.waitForURL(/integrations$/);
  expect(await begun(), "what was made is saved").toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});
