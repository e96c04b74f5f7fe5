import { randomUUID } from "node:crypto";
import type { Editor } from "@tiptap/react";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright";
import { afterAll, beforeAll, expect } from "vitest";
import type { Post } from "@/lib/blog/schema";
import type { Seo } from "@/lib/seo/schema";
import { takeTurns } from "../world/scale";
import { type Development, startDevelopment } from "../world/servers/start-development";
import { waitUntil } from "../world/wait-until";
import { analyzeAtRest } from "./analyze-at-rest";
import { comeToRest } from "./come-to-rest";
import { LOOKS } from "./looks";
import { openBrowser } from "./open-browser";
import { visit } from "./visit";

const KEYS = { gemini: "ok-editor-gemini-key-00001", exa: "ok-editor-exa-key-00000002" };

/** A development server of a suite's own with both keys saved, and a browser. */
export function setUpEditor() {
  let app: Development;
  let browser: Browser;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startDevelopment(), openBrowser()]);
    await send("/api/onboarding/api-keys", KEYS);
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  const send = (path: string, body: object, headers = {}, method = "POST") =>
    fetch(`${app.url}${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const read = async (path: string) => {
    const answer = await fetch(`${app.url}${path}`);
    expect(answer.status, await answer.clone().text()).toBe(200);
    return answer.json();
  };
  return {
    openContext: (options?: BrowserContextOptions) => browser.newContext(options),
    /** Saves other keys; without one, those that it began with. */
    saveKeys: async (keys: { gemini?: string }) => {
      const answer = await send("/api/onboarding/api-keys", { ...KEYS, ...keys });
      expect(answer.status, await answer.text()).toBe(200);
    },
    /** Saves what its user prefers of research. */
    savePreferences: async (preferences: object) => {
      const answer = await send("/api/onboarding/steps/research", { preferences }, {}, "PUT");
      expect(answer.status, await answer.text()).toBe(200);
    },
    /** A short finished post. */
    writePost: async (): Promise<Post> => {
      const body = { topic: "Caching in Next.js", wordCount: 300 };
      return (await send("/api/blog/generate", body, { prefer: "wait=240" })).json();
    },
    /** Saves over a post what its search panel would. */
    changeSeo: async ({ id: post, version, document }: Post, seo: Partial<Seo>): Promise<Post> => {
      const sections = document.sections.map(({ id, heading, markdown }) => ({
        id,
        heading,
        markdown,
      }));
      const changed = {
        version,
        title: document.title,
        sections,
        seo: { ...document.seo, ...seo },
      };
      const answer = await send(
        `/api/blog/posts/${post}`,
        { ...changed, reason: "seo" },
        {},
        "PATCH",
      );
      expect(answer.status, await answer.clone().text()).toBe(200);
      return answer.json();
    },
    /** A post that waits for its outline. */
    planPost: async (): Promise<Post> => {
      const body = { topic: "Caching in Next.js", wordCount: 900, approveOutline: true };
      const { id }: Post = await (await send("/api/blog/generate", body)).json();
      return waitUntil("the outline", async () => {
        const post: Post = await read(`/api/blog/posts/${id}`);
        return post.status === "waiting" && post;
      });
    },
    /** The form for a new post. */
    openNew: async (context: BrowserContext, query = ""): Promise<Page> => {
      const page = await context.newPage();
      await visit(page, `${app.url}/posts/new${query}`);
      await page.waitForLoadState("networkidle");
      return page;
    },
    /** A post's page. */
    openPost: async (context: BrowserContext, id: string): Promise<Page> => {
      const page = await context.newPage();
      await visit(page, `${app.url}/posts/${id}`);
      await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
      await page.waitForLoadState("networkidle");
      return page;
    },
    readPost: (id: string): Promise<Post> => read(`/api/blog/posts/${id}`),
    readVersions: (id: string): Promise<{ reason: string }[]> =>
      read(`/api/blog/posts/${id}/versions`),
    /** Says that a post is live at an address, as its site would have. */
    publishPost: async (id: string, url: string): Promise<void> => {
      await app.database.sql`
        INSERT INTO publications (post_id, user_id, integration_id, kind, site_url, status, version, remote_id, remote_url)
        SELECT id, user_id, ${randomUUID()}, 'ghost', 'https://me.example', 'live', version, '1', ${url}
        FROM posts WHERE id = ${id}`;
    },
    /** The editor of a post, opened as a reader of the post does. */
    openEditor: async (context: BrowserContext, id: string): Promise<Page> => {
      const page = await context.newPage();
      await visit(page, `${app.url}/posts/${id}`);
      await page.getByRole("button", { name: "Edit", exact: true }).click();
      await textOf(page, 0).waitFor();
      return page;
    },
  };
}

/** Waits until everything typed is stored. */
export const saved = (page: Page) => page.getByText("Saved", { exact: true }).waitFor();

/** Chooses something of a section's menu as somebody without a mouse does. */
export async function chooseOfSection(page: Page, index: number, item: string): Promise<void> {
  await page
    .getByRole("button", { name: /^Change “/ })
    .nth(index)
    .press("Enter");
  await page.getByRole("menuitem", { name: item }).press("Enter");
}

/** The text of a section, by its place. */
export const textOf = (page: Page, index: number) =>
  page.getByRole("textbox", { name: /^Text of/ }).nth(index);

/** Puts the cursor at the end of a section's text: a browser and the editor in it agree on where the cursor is a moment after it was moved. */
export async function goToEnd(page: Page, index = 0): Promise<void> {
  const text = textOf(page, index);
  await text.focus();
  await waitUntil("the cursor at the end", async () => {
    await page.keyboard.press("Control+End");
    return text.evaluate(({ editor: own }: HTMLElement & { editor?: Editor }) =>
      own ? own.state.selection.head === own.state.doc.content.size - 1 : false,
    );
  });
}

const nextLooks = takeTurns(LOOKS);

/** Nothing for a screen reader to stumble over, light and dark, wide and narrow by turns; no sideways scrolling. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const [width, scheme] of process.env.SCREENSHOTS ? LOOKS : nextLooks()) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await comeToRest(page);
    const folder = process.env.SCREENSHOTS;
    const path = `${folder}/editor-${name}-${width}-${scheme}.png`;
    if (folder) await page.screenshot({ path, fullPage: name === "page" });
    const violations = await analyzeAtRest(page);
    expect
      .soft(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]))
      .toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `${name} at ${width}`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
}
