import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LOCAL_DEVELOPER } from "@/lib/auth/user-id";
import { appendEvents } from "@/lib/blog/events/append-events";
import { finishRun } from "@/lib/blog/finish-run";
import type { PostSummary } from "@/lib/blog/schema";
import { setUpDatabase } from "../world/database/set-up-database";
import { inFull } from "../world/in-full";
import { halfWritten, outlined, stagePost } from "../world/posts/stage-post";
import { type Development, startDevelopment } from "../world/servers/start-development";
import { waitUntil } from "../world/wait-until";
import { analyzeAtRest, isGrave } from "./analyze-at-rest";
import { collectComplaints, openBrowser } from "./open-browser";
import { readValues } from "./read-values";
import { reload, visit } from "./visit";

const user = LOCAL_DEVELOPER;
const NOTICES = "/api/notices";
let app: Development;
let browser: Browser;

setUpDatabase(async () => {
  app = await startDevelopment();
  return { ...app.database, drop: app.stop };
});
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function openPage(path: string, context?: BrowserContext): Promise<Page> {
  const page = await (context ?? (await browser.newContext())).newPage();
  await visit(page, `${app.url}${path}`);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForLoadState("networkidle");
  return page;
}

async function expectAccessible(page: Page): Promise<void> {
  const grave = await analyzeAtRest(page, isGrave);
  expect(grave.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

async function list(query = ""): Promise<PostSummary[]> {
  return (await (await fetch(`${app.url}/api/blog/posts${query}`)).json()).posts;
}

/** Presses until the wanted thing has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole("button", { name });
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Nothing named ${name} was reached.`);
}

test("by keyboard alone a post is found, deleted, taken back, deleted and restored from the deleted ones, and a search that finds none is left", async () => {
  for (const topic of ["Fonts in Next.js", "Images in Next.js"])
    await stagePost(user, { topic, events: halfWritten, ending: { status: "stopped" } });
  await fetch(`${app.url}/api/notices/read`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ all: true }),
  });
  const page = await openPage("/posts");
  const complaints = collectComplaints(page);
  await page.keyboard.press("/");
  await page.keyboard.type("fonts");
  await page.getByText("1 of 2 posts").waitFor();
  await page.keyboard.press("ArrowDown");
  await tabTo(page, /^Actions for/);
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Delete" }).focus();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  const undo = page.getByRole("button", { name: /^Undo/ });
  await undo.waitFor();
  await waitUntil("the focus on Undo", () =>
    undo.evaluate((element) => element === document.activeElement),
  );
  expect(await list()).toHaveLength(1);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await undo.waitFor({ state: "detached" });
  expect(await list()).toHaveLength(2);

  await tabTo(page, /^Actions for/);
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Delete" }).press("Enter");
  await undo.waitFor();
  await visit(page, `${app.url}/posts?status=deleted`);
  await page.getByText("1 of 1 deleted post").waitFor();
  await expectAccessible(page);
  await tabTo(page, /^Restore/);
  await page.keyboard.press("Enter");
  await page.getByText("Nothing was deleted").waitFor();
  expect(await list()).toHaveLength(2);
  expect(await list("?status=deleted")).toEqual([]);
  await tabTo(page, "Show all posts");
  await page.keyboard.press("Enter");
  await page.getByText("2 of 2 posts").waitFor();
  const clear = page.getByRole("button", { name: "Clear the search" });
  expect(await clear.count()).toBe(0);
  await page.keyboard.type("zebra");
  await page.getByText("No post has “zebra” in its title or topic.").waitFor();
  await expectAccessible(page);
  await clear.press("Enter");
  await page.getByText("2 of 2 posts").waitFor();
  expect(await clear.count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.close();
});

inFull(
  "a post is duplicated and deleted on its own page, and the message there takes it back",
  async () => {
    const id = await stagePost(user, {
      topic: "Routing in Next.js",
      events: halfWritten,
      ending: { status: "ready" },
    });
    const page = await openPage(`/posts/${id}`);
    const act = async (name: string) => {
      await page.getByRole("button", { name: /^Actions for/ }).click();
      await page.getByRole("menuitem", { name }).click();
    };
    await act("Duplicate");
    await page.getByRole("heading", { level: 1, name: /^Copy of/ }).waitFor();
    const copy = page.url();
    await act("Delete");
    await page.waitForURL(/\/posts$/);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForURL(copy);
    await page.getByRole("heading", { level: 1, name: /^Copy of/ }).waitFor();
    await page.close();
  },
);

test("the bell counts what happened, leads to it, and knows what the user is looking at", async () => {
  const context = await browser.newContext();
  const page = await openPage("/posts", context);
  await page.getByRole("button", { name: "Mark all as read" }).waitFor({ state: "detached" });
  const id = await stagePost(user, { topic: "Streaming in Next.js", events: halfWritten });
  await finishRun(user, id, { status: "ready" });
  const other = await stagePost(user, { topic: "Middleware in Next.js", events: halfWritten });
  await finishRun(user, other, { status: "failed", problem: { code: "no_sources" } });
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  const bell = page.getByRole("button", { name: /^Notices/ });
  const unread = () =>
    bell.getAttribute("aria-label").then((label) => Number(/\d+/.exec(label ?? "")?.[0] ?? 0));
  await waitUntil("the bell to count", async () => (await unread()) >= 2);
  const before = await unread();
  expect(await page.title()).toMatch(new RegExp(`^\\(${before}\\) Posts`));
  await bell.focus();
  await page.keyboard.press("Enter");
  await page.getByText("The run failed.").first().waitFor();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("link").first().click();
  await page.waitForURL(`${app.url}/posts/${other}`);
  await waitUntil("that notice to be read", async () => (await unread()) === before - 1);
  await bell.click();
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await waitUntil("all to be read", async () => (await unread()) === 0);
  await page.waitForFunction(() => !document.title.startsWith("("));
  await context.close();
});

test("a run that ends in a hidden tab is told by the browser, once the user has allowed that", async () => {
  const context = await browser.newContext({ permissions: ["notifications"] });
  await context.addInitScript(() => {
    const shown: string[] = [];
    Object.assign(window, { shown });
    class Told {
      static permission = "granted";
      constructor(title: string) {
        shown.push(title);
      }
    }
    Object.assign(window, { Notification: Told });
  });
  const id = await stagePost(user, { topic: "Hidden in Next.js", events: halfWritten });
  // What is there when the bell first asks is no news.
  const asked = context.waitForEvent("response", (answer) => answer.url().endsWith(NOTICES));
  const page = await openPage(`/posts/${id}`, context);
  await (await asked).finished();
  await page.evaluate(() => Object.defineProperty(document, "hidden", { get: () => true }));
  await finishRun(user, id, { status: "ready" });
  const shown = () => page.evaluate(() => Reflect.get(window, "shown"));
  await waitUntil("the browser's notice", async () => (await shown()).length > 0);
  expect(await shown()).toEqual(["Caching in Next.js, explained"]);
  await context.close();
});

inFull(
  "an outline that waits is changed by keyboard, kept over a reload, and approved as it then is",
  async () => {
    const id = await stagePost(user, {
      topic: "Outlines in Next.js",
      events: [...outlined, { type: "wait", data: { until: null, reason: "outline" } }],
      status: "waiting",
    });
    const page = await openPage(`/posts/${id}`);
    const headings = () => readValues(page.getByRole("textbox", { name: /^Heading \d/ }));
    const [first, second, third] = [
      "What a cache keeps",
      "How long it keeps it",
      "How to empty it",
    ];
    expect(await headings()).toEqual([first, second, third]);
    await page.getByRole("textbox", { name: "Heading 1", exact: true }).press("Alt+ArrowDown");
    expect(await headings()).toEqual([second, first, third]);
    await waitUntil("the focus to follow", () =>
      page
        .getByRole("textbox", { name: "Heading 2", exact: true })
        .evaluate((field) => field === document.activeElement),
    );
    await page.getByRole("button", { name: `Merge with the next “${first}”` }).press("Enter");
    expect(await headings()).toEqual([second, `${first} and ${third}`]);
    await page.getByRole("button", { name: "Add a heading" }).press("Enter");
    await page.getByText("Give heading 3 its words").waitFor();
    await page.keyboard.type("What it costs");
    await page.getByRole("button", { name: `Remove “${second}”` }).press("Enter");
    await page.getByRole("button", { name: "Undo the last change" }).press("Enter");
    await page.getByLabel("Title of the post").fill("Caching, in short");
    await page.getByText("Sources: chosen for you").press("Enter");
    await page
      .getByRole("checkbox", { name: /^Notes/ })
      .last()
      .check();
    await expectAccessible(page);
    await reload(page);
    const outline = [second, `${first} and ${third}`, "What it costs"];
    await waitUntil("the kept edit", async () => (await headings()).join() === outline.join());

    const sent: unknown[] = [];
    await page.route("**/outline", (route) => {
      sent.push(route.request().postDataJSON());
      return route.fulfill({ status: 202, json: { id } });
    });
    await page.getByRole("button", { name: "Approve and write" }).press("Enter");
    await page.getByText("Waiting for its turn").waitFor();
    expect(sent).toEqual([
      {
        title: "Caching, in short",
        sections: [
          { id: "sec-2", heading: second, sourceIds: ["S1", "S2"] },
          { id: "sec-1", heading: `${first} and ${third}`, sourceIds: ["S1", "S2"] },
          { heading: "What it costs", sourceIds: ["S3"] },
        ],
      },
    ]);
    await app.database.sql`UPDATE posts SET status = 'running' WHERE id = ${id}`;
    await appendEvents(user, id, halfWritten.slice(outlined.length));
    await page.getByText("A cache keeps what was expensive").waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage).join())).not.toContain("outline");
    await page.close();
  },
);

inFull("a run that was stopped goes on, and its page with it", async () => {
  const id = await stagePost(user, {
    topic: "Going on in Next.js",
    events: outlined,
    ending: { status: "stopped" },
  });
  const page = await openPage(`/posts/${id}`);
  await page.getByRole("link", { name: "Generate it again" }).waitFor();
  await page.route("**/resume", async (route) => {
    await app.database.sql`UPDATE posts SET status = 'running', document = NULL, finished_at = NULL,
      heartbeat_at = now() + interval '1 hour' WHERE id = ${id}`;
    await route.fulfill({ status: 202, json: { id } });
  });
  await page.getByRole("button", { name: "Go on writing" }).press("Enter");
  await page.getByText("Waiting for its turn").waitFor();
  await appendEvents(user, id, halfWritten.slice(outlined.length));
  await page.getByText("A cache keeps what was expensive").waitFor();
  await finishRun(user, id, { status: "ready" });
  await page.getByText("Ready", { exact: true }).first().waitFor();
  await page.close();
});

inFull("the form for a new post names the post that exists on the same topic", async () => {
  await stagePost(user, { topic: "Edge runtime: what for?", ending: { status: "stopped" } });
  const page = await openPage("/posts/new");
  const read = page.waitForResponse((answer) => /posts\/[0-9a-f-]{36}$/.test(answer.url()));
  await page.getByLabel("What should the post be about?").fill("edge RUNTIME – what for");
  await page.getByText("You have a post on this topic").waitFor();
  // It has found nothing that could be used again.
  await (await read).finished();
  expect(await page.getByRole("button", { name: "Use its sources" }).count()).toBe(0);
  await expectAccessible(page);
  await page.getByLabel("What should the post be about?").fill("edge runtime, what else for");
  await page.getByText("You have a post on this topic").waitFor({ state: "detached" });
  await page.close();
});
