import type { Browser, Locator, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Development, startDevelopment } from "../world/servers/start-development";
import { type FakeGhost, GHOST_KEY, startFakeGhost } from "../world/sites/fake-ghost";
import { type FakeWordpress, startFakeWordpress } from "../world/sites/fake-wordpress";
import { WORDPRESS_USER } from "../world/sites/fake-wordpress-users";
import { waitUntil } from "../world/wait-until";
import { inspectPage } from "./inspect-page";
import { openBrowser } from "./open-browser";
import { visit } from "./visit";

const RED = {
  ...{ sectionId: "sec-1", dropped: 0 },
  claims: [{ text: "No.", passageIds: [], level: "unsupported", quote: null, reason: null }],
};
/** The site is asked what is there now. */
const PRESENT = /\/present\?/;
let app: Development;
let browser: Browser;
let wordpress: FakeWordpress;
let ghost: FakeGhost;
let postId: string;

beforeAll(async () => {
  [app, browser, wordpress, ghost] = await Promise.all([
    startDevelopment(),
    openBrowser(),
    startFakeWordpress(),
    startFakeGhost(),
  ]);
  const keys = { gemini: "ok-g-publish-dialog-01", exa: "ok-e-publish-dialog-01" };
  await app.send("POST", "/api/onboarding/api-keys", keys);
  const body = { topic: "Caching in Next.js", wordCount: 400 };
  const made = await app.send("POST", "/api/blog/generate", body, { prefer: "wait=240" });
  postId = (await made.json()).id;
  await app.database.sql`
    UPDATE posts SET document = jsonb_set(document, '{verdicts}', ${app.database.sql.json([RED])})
    WHERE id = ${postId}`;
});
afterAll(async () => {
  await browser.close();
  wordpress.close();
  ghost.close();
  await app.stop();
});

/** What is on the clipboard, by its kind. */
function readClipboard(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => [type, await (await item?.getType(type))?.text()];
    return Object.fromEntries(await Promise.all((item?.types ?? []).map(read)));
  });
}

const isInView = (part: Locator) =>
  part.evaluate((element) => {
    const { top, height } = element.getBoundingClientRect();
    return height > 0 && top >= 0 && top < innerHeight;
  });
const hasFocus = (part: Locator) => part.evaluate((element) => element === document.activeElement);

test("the phases of a finished post say how far each has come, and lead to its part of the page", async () => {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  await visit(page, `${app.url}/posts/${postId}`);
  const phases = page.getByRole("navigation", { name: "Phases" });
  const items = /(?:link|button) "(.+)"/g;
  expect([...(await phases.ariaSnapshot()).matchAll(items)].map(([, name]) => name)).toEqual([
    expect.stringMatching(/^Research \(done\): \d+ sources$/),
    expect.stringMatching(/^Outline \(done\): \d+ headings$/),
    "Writing (has something to look at): 1 sentence to look at",
    "Search listing (done): prepared",
    "Publish (can be done now): not published yet",
  ]);
  await page.getByRole("heading", { name: "How search engines see it" }).waitFor();
  const PARTS = [
    ["Research", page.getByRole("complementary", { name: "Research" })],
    ["Outline", page.getByRole("navigation", { name: "Contents" })],
    ["Search listing", page.locator("#seo")],
    ["Writing", page.getByRole("heading", { level: 1 })],
  ] as const;
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [name, part] of PARTS) {
      await phases.getByRole("link", { name }).press("Enter");
      await waitUntil(
        `${name} at ${width} px`,
        async () => (await isInView(part)) && hasFocus(part),
      );
    }
    await phases.getByRole("button", { name: "Publish" }).press("Enter");
    await page.getByRole("dialog").getByRole("link", { name: "Connect a site" }).waitFor();
    await page.keyboard.press("Escape");
    await waitUntil("the focus back", () => hasFocus(phases.getByRole("button")));
  }
  const boxes = await phases
    .getByRole("listitem")
    .locator("> *")
    .evaluateAll((ways) => ways.map((way) => way.getBoundingClientRect().toJSON()));
  expect(boxes.every(({ width, height }) => width >= 44 && height >= 44)).toBe(true);
  expect(new Set(boxes.map(({ top }) => top)).size).toBe(1);
  expect(await inspectPage(page, "phases")).toEqual([]);

  const body = { topic: "Qzxv wqkj", includeDomains: ["nowhere.example"] };
  const made = await app.send("POST", "/api/blog/generate", body, { prefer: "wait=240" });
  await visit(page, `${app.url}/posts/${(await made.json()).id}`);
  await phases.getByText("Publish (not yet): once the text is written").waitFor();
  const open = phases.getByRole("link").or(phases.getByRole("button"));
  expect(await open.allTextContents()).toEqual([
    expect.stringMatching(/^Research.*no source found$/),
  ]);
  await context.close();
});

test("a post is copied, downloaded, and published when its author has confirmed what will happen", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const context = await browser.newContext({ permissions });
  const page = await context.newPage();
  await visit(page, `${app.url}/posts/${postId}`);
  await page.getByRole("button", { name: "Publish…" }).click();
  await page.getByRole("link", { name: "Connect a site" }).waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Export" }).waitFor();
  const found = await inspectPage(page, "no site");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Export" }).first().click();
  await page.getByRole("menuitem", { name: "Markdown, the whole post" }).waitFor();
  found.push(...(await inspectPage(page, "export")));
  await page.getByRole("menuitem", { name: "Markdown, the whole post" }).click();
  await page.getByRole("alert").getByText("Markdown copied").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^# Caching/);
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "HTML, for a site" }).click();
  await page.getByRole("alert").getByText("HTML copied").waitFor();
  const copied = await readClipboard(page);
  expect(Object.keys(copied).toSorted()).toEqual(["text/html", "text/plain"]);
  for (const html of Object.values(copied)) expect(html).toMatch(/<h2.*<\/h2>.*<p/s);
  expect(copied["text/html"]).not.toContain("<h1");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Word (.docx)" }).click();
  expect((await download).suggestedFilename()).toMatch(/^caching-[a-z-]+\.docx$/);

  const { name: username, password } = WORDPRESS_USER;
  const login = { kind: "wordpress", siteUrl: wordpress.url, username, secret: password };
  await app.send("POST", "/api/integrations", login);
  await app.send("POST", "/api/integrations", {
    kind: "ghost",
    siteUrl: ghost.url,
    secret: GHOST_KEY,
  });
  const host = new URL(wordpress.url).host;
  await page.getByRole("button", { name: "Publish…" }).click();
  await page.getByRole("heading", { name: "Not ready yet" }).waitFor();
  expect(await page.getByRole("button", { name: `Save the draft on ${host}` }).isDisabled()).toBe(
    true,
  );
  found.push(...(await inspectPage(page, "not ready")));
  await page.getByRole("checkbox", { name: "Publish it with these claims as they are" }).check();
  await page.getByRole("radio", { name: "Scheduled" }).check();
  await page.getByRole("button", { name: `Schedule on ${host}` }).click();
  await page.getByText("Choose a day and a time.").waitFor();
  found.push(...(await inspectPage(page, "schedule")));
  await page.getByRole("radio", { name: "Live" }).check();
  await page.getByText(`A new post goes live on ${host} at once.`).waitFor();
  await page.getByRole("button", { name: `Publish on ${host}` }).click();
  await page.getByRole("alert").getByText("The post is live").waitFor();
  await page.getByRole("link", { name: "See the post" }).first().waitFor();
  found.push(...(await inspectPage(page, "live")));

  await page.getByText("It is live there, since").waitFor();
  const [own] = wordpress.posts.values();
  if (own) own.content += "<p>A word of theirs.</p>";
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Publish…" }).click();
  await page.getByRole("heading", { name: `It was changed on ${host}` }).waitFor();
  await page
    .getByRole("list", { name: "What was changed there" })
    .getByText("A word of theirs.")
    .waitFor();
  const update = page.getByRole("button", { name: `Update on ${host}` });
  expect(await update.isDisabled()).toBe(true);
  found.push(...(await inspectPage(page, "changed there")));
  await page.getByRole("checkbox", { name: "Publish it with these claims as they are" }).check();
  await page.getByRole("radio", { name: "Keep title and text that are there" }).check();
  await page.getByText("How it is listed there").click();
  await page.getByLabel("Categories").fill("Warm, Cold");
  found.push(...(await inspectPage(page, "listing")));
  const askedAgain = page.waitForResponse((answer) => PRESENT.test(answer.url()));
  await update.click();
  await page.getByRole("alert").getByText("The post is live").waitFor();
  expect(own?.content).toContain("A word of theirs.");

  await (await askedAgain).finished();
  wordpress.posts.clear();
  await page.getByRole("radio", { name: "Take it down: a draft" }).check();
  await page.getByText("It becomes a draft: readers no longer see it.").waitFor();
  await page.getByRole("button", { name: `Take it down on ${host}` }).click();
  await page.getByText("It was deleted there. Publishing makes it anew.").waitFor();
  found.push(...(await inspectPage(page, "missing")));
  await page.getByRole("button", { name: `Make it anew on ${host}` }).click();
  await page.getByRole("alert").getByText("The draft is on the site").waitFor();
  expect(wordpress.posts.size).toBe(1);
  expect(ghost.posts.size).toBe(0);
  expect(found).toEqual([]);
  await context.close();
}, 300_000);
