/**
 * `npm run vitals -- http://localhost:3000`: how soon the pages of a running demo show themselves, beside
 * its landing page in the same run, and how soon they answer. Writes two posts, in the sandbox.
 */
import type { BrowserContext } from "playwright";
import { printRatio } from "../print-ratio";
import { measureInteractions } from "./measure-interactions";
import { measurePaints } from "./measure-paint";
import { openMeasuredBrowser } from "./open-measured-browser";
import { makeLongPost, startPost } from "./sandbox-posts";

const PAGES = [
  "/posts",
  "/posts/new",
  "/onboarding/api-keys",
  "/onboarding/website",
  "/onboarding/research",
  "/onboarding/persona",
  "/onboarding/integrations",
  "/onboarding/finish",
  "/usage",
  "/settings",
];
/** Times the landing page's largest paint, and milliseconds from an interaction to the next paint. */
const LIMITS = { paint: 1.5, answerMs: 200 };
const TEXT = " Typing goes on here, word after word, as somebody who writes would do it.";

async function typeInLongPost(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole("button", { name: "Edit" }).first().click();
  const editor = page.locator("[contenteditable=true]").first();
  await editor.click();
  return measureInteractions(page, () => page.keyboard.type(TEXT, { delay: 60 }));
}

async function clickWhileWritten(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByText(/sections begun/).waitFor();
  return measureInteractions(page, async () => {
    for (let at = 0; at < 15; at += 1) {
      await page.mouse.click(640, 420);
      await page.keyboard.press("Tab");
    }
  });
}

const base = process.argv[2] ?? "http://localhost:3000";
const { context, close } = await openMeasuredBrowser();
const long = await makeLongPost(base);
const typing = await typeInLongPost(context, `${base}/posts/${long}`);
const written = await startPost(base);
const streaming = await clickWhileWritten(context, `${base}/posts/${written}`);
const pages = [...PAGES, `/posts/${written}`];
const addresses = ["/", ...pages].map((path) => `${base}${path}`);
const [landing = Number.NaN, ...others] = await measurePaints(context, addresses);
await close();
const answers = { "typing in a post of 10,000 words": typing, "a post that streams": streaming };
const kept = [
  ...pages.map((path, at) => {
    const name = `largest paint of ${path === pages.at(-1) ? "a post" : path} ÷ that of the landing page`;
    const paint = others[at] ?? Number.NaN;
    const note = `: ${Math.round(paint)} and ${Math.round(landing)} ms`;
    return printRatio({ name, ratio: paint / landing, limit: LIMITS.paint, samples: 5, note });
  }),
  ...Object.entries(answers).map(([what, ms]) =>
    printRatio({
      name: `interaction to next paint, ${what} ÷ ${LIMITS.answerMs} ms`,
      ratio: ms / LIMITS.answerMs,
      limit: 1,
      samples: 1,
    }),
  ),
];
process.exitCode = kept.every(Boolean) ? 0 : 1;
