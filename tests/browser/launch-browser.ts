import { type Browser, chromium } from "playwright";
import { findChromium } from "@/commands/find-chromium";
import { CHROMIUM_FLAGS } from "../world/runs/provide-browser";

/** A Chromium of a test's own, for what all pages of a browser share, such as its clipboard. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ args: CHROMIUM_FLAGS, executablePath: findChromium() });
}
