import { rmSync } from "node:fs";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { createDatabase, type TestDatabase } from "../world/database/create-database";
import { type App, createAppFolder, startApp } from "../world/servers/start-app";
import { waitUntil } from "../world/wait-until";
import { openBrowser } from "./open-browser";
import { visit } from "./visit";

const MODEL = "gemini-3.8-flash";
const KEYS = { gemini: "ok-midnight-gemini-key-01", exa: "ok-midnight-exa-key-0001" };
/** The evening before its launch price ends, and the morning after; dollars for a million tokens. */
const SIDES = [
  { clock: "2026-12-31T23:30:00Z", input: 0.75, output: 3.75, shown: "$0.75 in, $0.075 cached" },
  { clock: "2027-01-01T00:01:00Z", input: 1.5, output: 7.5, shown: "$1.50 in, $0.15 cached" },
] as const;
/** The database's day, which is the real one: so many days from now. */
const dayAt = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
type Call = { model: string; inputTokens: number; outputTokens: number; costUsd: number };

const folder = createAppFolder();
let browser: Browser;
let database: TestDatabase;
beforeAll(async () => {
  [browser, database] = await Promise.all([openBrowser(), createDatabase()]);
});
afterAll(async () => {
  await browser.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function startAt(clock: string): Promise<App> {
  const { sandboxUrl: url } = inject("servers");
  const local = { DATABASE_URL: database.url, GEMINI_BASE_URL: url, EXA_BASE_URL: url };
  const env = { DEBUG: "true", CLOCK: clock, ...local };
  return startApp(env, { folder, imports: ["tests/world/servers/set-clock.mjs"] });
}

async function write(page: Page, { url }: App): Promise<void> {
  await visit(page, `${url}/posts/new`);
  await page.waitForLoadState("networkidle");
  await page.getByLabel("What should the post be about?").fill("Caching in Next.js");
  await page.getByText("More options", { exact: true }).click();
  // A model that was chosen once is remembered, and is then the first of the list.
  const models = page.getByLabel("Written by");
  const chosen = (await models.locator("option:checked").textContent()) ?? "";
  if (!chosen.includes("3.8")) await models.selectOption(MODEL);
  await page.getByRole("button", { name: "Generate" }).click();
  await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/);
  const id = new URL(page.url()).pathname.slice("/posts/".length);
  await waitUntil("the end", async () => {
    const post: Post = await (await fetch(`${url}/api/blog/posts/${id}`)).json();
    if (post.finishedAt !== null) expect(post.status).toBe("ready");
    return post.finishedAt !== null;
  });
}

test("a price that changes at midnight is shown and paid on its side of it", async () => {
  const seen = new Set<string>();
  for (const { clock, input, output, shown } of SIDES) {
    const app = await startAt(clock);
    if (seen.size === 0)
      await fetch(`${app.url}/api/onboarding/api-keys`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(KEYS),
      });
    const page = await browser.newPage();
    await visit(page, `${app.url}/settings`);
    await page.getByRole("listitem").filter({ hasText: MODEL }).getByText(shown).first().waitFor();
    await write(page, app);
    const answer = await fetch(`${app.url}/api/usage/calls?from=${dayAt(-1)}&to=${dayAt(1)}`);
    const { calls }: { calls: (Call & { id: string })[] } = await answer.json();
    const fresh = calls.filter((call) => call.model === MODEL && !seen.has(call.id));
    expect(fresh.length).toBeGreaterThan(3);
    for (const call of fresh) {
      seen.add(call.id);
      const usd = (input * call.inputTokens + output * call.outputTokens) / 1_000_000;
      expect(call.costUsd).toBeCloseTo(usd, 8);
    }
    await page.close();
    await app.stop();
  }
});
