import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Development, startDevelopment } from "../world/servers/start-development";
import { inspectPage } from "./inspect-page";
import { collectComplaints, openBrowser } from "./open-browser";
import { reload, visit } from "./visit";

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
