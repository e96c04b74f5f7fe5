import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mintUserId } from "@/lib/auth/user-id";
import { sessionCookies } from "../clerk/session-cookies";
import { HOSTILE_TEXTS } from "../world/assistant/hostile-texts";
import { setUpDatabase } from "../world/database/set-up-database";
import { insertReadyPost } from "../world/posts/insert-ready-post";
import { reportFigure } from "../world/report-figure";
import { FULL, scaled } from "../world/scale";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { type Production, saveKeys, startProduction } from "../world/servers/start-production";
import type { Tester } from "../world/tester";
import { waitUntil } from "../world/wait-until";
import { openBrowser } from "./open-browser";
import { visit } from "./visit";

let server: Production;
let browser: Browser;
/** A server that reaches nothing but this machine, and says what it was kept from. */
setUpDatabase(async () => {
  server = await startProduction(undefined, {
    imports: ["tests/world/servers/refuse-network.mjs"],
  });
  return { ...server.database, drop: async () => {} };
});
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function openContext(tester: Tester): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  await context.addCookies(await sessionCookies(tester.userId, server.url));
  return context;
}

const panelOf = (page: Page) => page.getByRole("complementary", { name: "Assistant" });

/** Types into the assistant as soon as its field is there, and sends at the moment in which it may be sent. */
async function sendAtOnce(page: Page, text: string, byEnter: boolean): Promise<void> {
  await page.evaluate(
    ({ text, byEnter }) => {
      const trySend = () => {
        const panel = document.querySelector('aside[aria-label="Assistant"]');
        const field = panel?.querySelector("textarea");
        const button = panel?.querySelector<HTMLButtonElement>("button[type=submit]");
        if (!field || !button) return;
        if (field.value === "" && !field.disabled) {
          Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(
            field,
            text,
          );
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }
        if (button.disabled) return;
        observer.disconnect();
        const enter = new KeyboardEvent("keydown", { key: "Enter", bubbles: true });
        if (byEnter) field.dispatchEvent(enter);
        else button.click();
      };
      const observer = new MutationObserver(trySend);
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    },
    { text, byEnter },
  );
}

/** As long as a hundred pages may take on a busy machine. */
const LONG = { timeout: 1_800_000 };

test(
  "the first message is never lost, sent at the first moment that the form allows",
  LONG,
  async () => {
    const total = FULL ? scaled(100) : 3;
    const tester = server.tester();
    await saveKeys(tester);
    const context = await openContext(tester);
    // Answers that come late, in another order each time.
    await context.route(/api\/(copilotkit|assistant)/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 250));
      await route.continue();
    });
    const page = await context.newPage();
    for (let number = 0; number < total; number += 1) {
      const text = `first word ${number} ${randomUUID()}`;
      await visit(page, `${server.url}/settings`);
      await sendAtOnce(page, text, number % 2 === 0);
      await page.keyboard.press("Control+j");
      if (number > 0)
        await panelOf(page).getByRole("log").getByText(text, { exact: true }).waitFor();
      const told = await waitUntil(text, async () => {
        const log = await readSandboxLog(server.sandboxUrl, tester.keys.gemini);
        const calls = log.filter(({ prompt }) => prompt?.includes(text));
        return calls.some(({ ms }) => ms !== null) && calls;
      });
      expect(told.length).toBeGreaterThan(0);
      await panelOf(page).getByRole("button", { name: "Send" }).waitFor();
      await panelOf(page).getByRole("button", { name: "New conversation" }).click();
    }
    const rows = await server.database.sql`
    SELECT content FROM assistant_messages WHERE user_id = ${tester.userId} AND role = 'user'`;
    expect(rows).toHaveLength(total);
    reportFigure(
      "First messages to the assistant, sent at the first moment that the form allows, that arrived once",
      `${rows.length} of ${total}`,
    );
    await context.close();
  },
);

const TEXTS_OF_ONE = 8;

/** A page whose requests to anybody but this server are written down. */
async function watchPage(tester: Tester, foreign: string[]): Promise<Page> {
  const context = await openContext(tester);
  context.on("request", (request) => {
    const { host, protocol } = new URL(request.url());
    const isOurs = host === new URL(server.url).host || /^(data|blob):$/.test(protocol);
    if (!isOurs && !/clerk\.alwrity\.test$/.test(host)) foreign.push(request.url());
  });
  return context.newPage();
}

test(
  "whatever posts, pages, notes and sections say, nothing leaves the browser or the server",
  LONG,
  async () => {
    const most = FULL ? scaled(HOSTILE_TEXTS.length) : 3;
    const step = HOSTILE_TEXTS.length / Math.min(HOSTILE_TEXTS.length, most);
    const chosen = HOSTILE_TEXTS.filter((_, index) => Math.floor(index % step) === 0);
    const foreign: string[] = [];
    const testers: Tester[] = [];
    let page: Page | undefined;
    for (const [index, text] of chosen.entries()) {
      // Nobody may ask as often as a test of many texts does: some of them each.
      if (index % TEXTS_OF_ONE === 0) {
        await page?.context().close();
        const tester = server.tester();
        testers.push(tester);
        await saveKeys(tester);
        page = await watchPage(tester, foreign);
      }
      const user = mintUserId(testers.at(-1)?.userId ?? "");
      if (!page) throw new Error("The first text opens a page.");
      const title = text.replace(/\s+/g, " ").slice(0, 200);
      const sections = [{ id: "sec-1", heading: title, sourceIds: ["S1"], markdown: text }];
      const source = { id: "S1", url: "https://example.org/page", title, publishedAt: null };
      const id = await insertReadyPost(user, {
        document: { title, sections, sources: [source], citations: [], verdicts: [] },
      });
      await visit(page, `${server.url}/posts/${id}`);
      await page.keyboard.press("Control+j");
      if (index % TEXTS_OF_ONE > 0)
        await panelOf(page).getByRole("button", { name: "New conversation" }).click();
      const asks = ['read_section {"sectionId": "sec-1", "question": "What?"}', "read_post please"];
      const field = panelOf(page).getByRole("textbox");
      await field.fill(asks[index % 2] ?? "");
      await panelOf(page).getByRole("button", { name: "Send" }).click();
      const told = panelOf(page)
        .getByRole("status")
        .filter({ hasText: /The assistant says: \S/ });
      await told.waitFor();
    }
    await page?.context().close();
    const [effects] = await server.database.sql`
      SELECT (SELECT count(*) FROM assistant_actions)::int AS actions,
        (SELECT count(*) FROM publications)::int AS published,
        (SELECT count(*) FROM posts WHERE deleted_at IS NOT NULL)::int AS deleted,
        (SELECT count(*) FROM posts)::int AS posts`;
    expect(effects).toEqual({ actions: 0, published: 0, deleted: 0, posts: chosen.length });
    expect(foreign).toEqual([]);
    expect(server.output()).not.toContain("refused the network");
    for (const { keys } of testers) {
      const log = await readSandboxLog(server.sandboxUrl, keys.gemini);
      const prompts = log.map(({ prompt }) => prompt ?? "").join("\n");
      expect(prompts).toContain("read_section");
      for (const key of Object.values(keys)) expect(prompts).not.toContain(key);
    }
    reportFigure(
      "Hostile posts, headings, source titles and sections asked about in a browser: actions, foreign requests of browser and server, keys in prompts",
      `0 of each, ${chosen.length} texts`,
    );
  },
);
