import { type BrowserContext, chromium } from "playwright";
import { findChromium } from "../../commands/find-chromium";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
/** What the script in a page keeps: milliseconds to its largest paint, and of each interaction. */
const WATCH = `
  window.largestPaint = 0;
  window.interactions = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.largestPaint = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.interactionId) window.interactions.push(entry.duration);
  }).observe({ type: "event", buffered: true, durationThreshold: 16 });`;

/** A browser whose pages measure themselves, and the way to close it. */
export async function openMeasuredBrowser(): Promise<{
  context: BrowserContext;
  close: () => Promise<void>;
}> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(WATCH);
  return { context, close: () => browser.close() };
}
