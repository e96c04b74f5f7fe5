import { type Browser, chromium, type Page } from "playwright";
import { expect, inject } from "vitest";
import { PATIENCE_MS } from "../world/patience";

/** The one Chromium of this run; what is opened in it is closed with what this returns. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.connect(inject("browserUrl"));
  return browser.on("context", (context) => context.setDefaultTimeout(PATIENCE_MS));
}

/** Collects what a page complains about: uncaught errors, refused content, failed resources. */
export function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return complaints;
}

/** Enters both keys in the wizard and saves them. */
export async function saveKeysInWizard(
  page: Page,
  keys: { gemini: string; exa: string },
): Promise<void> {
  await page.getByLabel("Gemini key", { exact: true }).fill(keys.gemini);
  await page.getByLabel("Exa key", { exact: true }).fill(keys.exa);
  await page.getByRole("button", { name: "Save 2 keys" }).click();
  await page.getByText(`••••${keys.gemini.slice(-4)}`).waitFor();
}

/** Generates a post on the page for it and waits until it is finished. */
export async function generateInBrowser(page: Page, topic: string): Promise<void> {
  await page.getByLabel("What should the post be about?").fill(topic);
  await page.getByRole("button", { name: "Generate" }).click();
  await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/);
  await page.getByText("Ready", { exact: true }).first().waitFor();
  await page.getByRole("heading", { name: "Sources" }).first().waitFor();
  await expect(page.getByRole("article").textContent()).resolves.not.toContain("[^");
}
