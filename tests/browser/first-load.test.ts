import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { sessionCookies } from "../clerk/session-cookies";
import { reportFigure } from "../world/report-figure";
import { FULL } from "../world/scale";
import { saveKeys } from "../world/servers/start-production";
import { createTester, type Tester } from "../world/tester";
import { openBrowser } from "./open-browser";
import { visit } from "./visit";

const { production, development } = inject("servers");
const KB = 1024;
/** The most that a page may load before it can be used, gzipped. */
const LIMITS = {
  landing: { script: 150 * KB, style: 50 * KB, font: 130 * KB },
  page: { script: 300 * KB, style: 50 * KB, font: 130 * KB },
  post: { script: 500 * KB, style: 50 * KB, font: 130 * KB },
};
type Kind = keyof typeof LIMITS;
type Weights = (typeof LIMITS)[Kind];

let browser: Browser;
let tester: Tester;
let context: BrowserContext;
beforeAll(async () => {
  browser = await openBrowser();
  tester = createTester(production.url);
  await saveKeys(tester);
  context = await browser.newContext();
  await context.addCookies(await sessionCookies(tester.userId, production.url));
});
afterAll(() => context.close());

/** What an address takes on the wire: fonts are packed already. */
async function weigh(url: string): Promise<number> {
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  return url.includes(".woff2") ? bytes.length : gzipSync(bytes).length;
}

async function addUp(urls: Iterable<string>): Promise<number> {
  const weights = await Promise.all([...new Set(urls)].map(weigh));
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** The files of the build that a page names, but those for browsers that know no modules. */
function listNamed(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /(?:src|href)="(\/_next\/[^"]+)"/.exec(tag)?.[1] ?? []);
}

/** The scripts and styles that the page's own HTML names, and the fonts that its text asks for. */
async function weighPage(page: Page, url: string): Promise<Weights> {
  const fonts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "font") fonts.push(request.url());
  });
  const answer = await visit(page, url);
  const html = (await answer?.text()) ?? "";
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const files = listNamed(html).map((file) => new URL(file, url).href);
  const [script, style, font] = await Promise.all([
    addUp(files.filter((file) => /\.js\b/.test(file))),
    addUp(files.filter((file) => /\.css\b/.test(file))),
    addUp(fonts),
  ]);
  return { script, style, font };
}

async function findTooMuch(kind: Kind, name: string, url: string): Promise<string[]> {
  const page = await context.newPage();
  const found = await weighPage(page, url);
  await page.close();
  const inKb = (bytes: number) => (bytes / KB).toFixed(1);
  reportFigure(
    `first load of ${name}, gzipped`,
    `${inKb(found.script)} KB of JavaScript, ${inKb(found.style)} of CSS, ${inKb(found.font)} of fonts`,
  );
  expect(found.script, `${name} runs no script`).toBeGreaterThan(0);
  return (["script", "style", "font"] as const)
    .filter((what) => found[what] > LIMITS[kind][what])
    .map((what) => `${name}: ${inKb(found[what])} KB of ${what}`);
}

test("the landing page loads at most 150 KB of JavaScript, gzipped, in either mode", async () => {
  const found = [
    ...(await findTooMuch("landing", "the landing page", production.url)),
    ...(await findTooMuch("landing", "the landing page in development", development.url)),
  ];
  expect(found).toEqual([]);
});

test("a signed-in page loads at most 300 KB of JavaScript, a post 500, each with 50 of CSS and 130 of fonts", async () => {
  const wait = { prefer: "wait=240" };
  const body = { topic: "Caching in Next.js", wordCount: 400 };
  const post = await (await tester.call("POST", "/api/blog/generate", body, wait)).json();
  const steps = ["persona", "research", "website", "api-keys", "integrations", "finish"];
  const pages = ["/posts/new", "/posts", "/usage", "/settings", "/onboarding/setup"];
  const paths = [...pages, ...steps.map((step) => `/onboarding/${step}`)];
  const found: string[] = [];
  // The two that load most are weighed each time.
  for (const path of FULL ? paths : ["/posts/new", "/onboarding/persona"])
    found.push(...(await findTooMuch("page", path, `${production.url}${path}`)));
  found.push(...(await findTooMuch("post", "a post", `${production.url}/posts/${post.id}`)));
  expect(found).toEqual([]);
});
