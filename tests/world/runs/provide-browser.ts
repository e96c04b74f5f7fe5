import { chromium } from "playwright";
import type { TestProject } from "vitest/node";
import { findChromium } from "@/commands/find-chromium";

declare module "vitest" {
  interface ProvidedContext {
    /** Where Playwright reaches the one Chromium of this test run. */
    browserUrl: string;
  }
}

/** A headless Chromium that calls nobody at home. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];

/** Vitest's global set-up: one headless Chromium, in which each suite opens contexts of its own. */
export default async function provideBrowser(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer({
    args: CHROMIUM_FLAGS,
    executablePath: findChromium(),
  });
  project.provide("browserUrl", server.wsEndpoint());
  return () => server.close();
}
