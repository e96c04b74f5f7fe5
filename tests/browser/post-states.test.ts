import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LOCAL_DEVELOPER } from "@/lib/auth/user-id";
import { setUpDatabase } from "../world/database/set-up-database";
import { halfWritten, outlined, type Stage, stagePost } from "../world/posts/stage-post";
import { FULL } from "../world/scale";
import { type Development, startDevelopment } from "../world/servers/start-development";
import { analyzeAtRest, isGrave } from "./analyze-at-rest";
import { LOOKS } from "./looks";
import { openBrowser } from "./open-browser";
import { visit } from "./visit";

const user = LOCAL_DEVELOPER;
const PICTURES = process.env.PICTURES;
const soon = () => new Date(Date.now() + 3_600_000).toISOString();

/** Every state that a post's page has, and words that it must then say. */
const STATES: Record<string, { stage: Omit<Stage, "topic">; says: string }> = {
  running: { stage: { events: halfWritten }, says: "Writing from the sources" },
  "waiting-quota": {
    stage: {
      events: [...halfWritten, { type: "wait", data: { until: soon(), reason: "quota_minute" } }],
    },
    says: "It goes on by itself",
  },
  "waiting-outline": {
    stage: {
      events: [...outlined, { type: "wait", data: { until: null, reason: "outline" } }],
      status: "waiting",
    },
    says: "The outline waits for you",
  },
  "needs-key": {
    stage: {
      events: halfWritten,
      ending: { status: "needs-key", problem: { code: "key_rejected", provider: "gemini" } },
    },
    says: "Open API keys",
  },
  stopped: {
    stage: { events: halfWritten, ending: { status: "stopped" } },
    says: "You stopped this post",
  },
  failed: {
    stage: { events: outlined, ending: { status: "failed", problem: { code: "internal" } } },
    says: "Go on writing",
  },
  ready: {
    stage: { events: halfWritten, ending: { status: "ready" } },
    says: "A cache keeps what was expensive",
  },
  "too-much-for-the-server": {
    stage: {
      events: [
        ...outlined,
        { type: "section-start", data: { sectionId: "sec-1" } },
        {
          type: "section-delta",
          data: { sectionId: "sec-1", text: `${"word ".repeat(45_000)}\n\nThe last words.` },
        },
      ],
      ending: { status: "ready" },
    },
    says: "The last words.",
  },
  // The last: whatever ends starts what is queued.
  queued: { stage: {}, says: "Waiting for its turn" },
};

/** A page, what is pressed on it, and what it must say then. */
type Place = { path: string; press?: RegExp[]; says: string };
const PLACES: Record<string, Place> = {
  notices: { path: "/posts", press: [/^Notices/], says: "The run failed" },
  menu: { path: "/posts", press: [/^Actions for/], says: "Duplicate" },
  list: { path: "/posts", says: "posts" },
  deleted: { path: "/posts?status=deleted", says: "Erased for good" },
  "not-found": {
    path: "/posts/00000000-0000-4000-8000-000000000000",
    says: "Each can be brought back",
  },
  new: { path: "/posts/new?topic=ready%20in%20Next.js", says: "You have a post on this topic" },
};
let app: Development;
let browser: Browser;

setUpDatabase(async () => {
  app = await startDevelopment();
  return { ...app.database, drop: app.stop };
});
beforeAll(async () => {
  browser = await openBrowser();
  const gone = await stagePost(user, { topic: "Gone", ending: { status: "stopped" } });
  await fetch(`${app.url}/api/blog/posts/${gone}`, { method: "DELETE" });
});
afterAll(async () => {
  await browser.close();
});

/** The posts of one look at everything: a run that says nothing for minutes would be ended. */
async function stageStates(): Promise<Record<string, Place>> {
  const staged: [string, Place][] = [];
  for (const [name, { stage, says }] of Object.entries(STATES)) {
    const id = await stagePost(user, { topic: `${name} in Next.js`, ...stage });
    staged.push([name, { path: `/posts/${id}`, says }]);
  }
  return { ...Object.fromEntries(staged), ...PLACES };
}

/** Each state has one look by turns; in full, and when pictures are wanted, all four. */
for (const [turn, [width, colorScheme]] of LOOKS.entries())
  test(`every state of a post's page says what happens and is accessible at ${width} px in ${colorScheme}`, async () => {
    const viewport = { width, height: 900 };
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
    const places = Object.entries(await stageStates());
    const isItsTurn = (index: number) => FULL || PICTURES || index % LOOKS.length === turn;
    for (const [index, [name, { path: address, press = [], says }]] of places.entries()) {
      if (!isItsTurn(index)) continue;
      const page = await context.newPage();
      await visit(page, `${app.url}${address}`);
      for (const button of press) await page.getByRole("button", { name: button }).first().click();
      await page.getByText(says).first().waitFor();
      const violations = await analyzeAtRest(page, isGrave);
      const found = violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
      expect.soft([name, found]).toEqual([name, []]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect.soft([name, wide]).toEqual([name, false]);
      if (PICTURES) {
        mkdirSync(PICTURES, { recursive: true });
        const file = path.join(PICTURES, `${name}-${width}-${colorScheme}.png`);
        await page.screenshot({ path: file, fullPage: true });
      }
      await page.close();
    }
    await context.close();
    await app.database.sql`DELETE FROM posts WHERE status = 'queued'`;
  });
