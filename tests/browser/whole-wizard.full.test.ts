import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type FakeFrontendApi, startFakeFrontendApi } from "../clerk/fake-frontend-api";
import { createDatabase, type TestDatabase } from "../world/database/create-database";
import { productionEnv } from "../world/servers/production-env";
import { type App, createAppFolder, pickPort, startApp } from "../world/servers/start-app";
import { waitUntil } from "../world/wait-until";
import { generateInBrowser, openBrowser, saveKeysInWizard } from "./open-browser";
import { reload, visit } from "./visit";
import { waitForDraft } from "./wait-for-draft";

const { sandboxUrl } = inject("servers");
const person = {
  id: `user_${randomUUID().slice(0, 8)}`,
  email: "eve@example.org",
  password: "a long password of eve",
};
let browser: Browser;
let clerk: FakeFrontendApi;
let database: TestDatabase;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A server that can be killed and started again at the same address, on the same folder and database. */
type World = {
  kill: () => Promise<void>;
  start: () => Promise<App>;
  context: BrowserContext;
  url: string;
};

async function openWorld(mode: "development" | "production"): Promise<World> {
  database = await createDatabase({ engine: mode === "production" });
  const port = await pickPort();
  const url = `http://localhost:${port}`;
  const folder = createAppFolder();
  const context = await browser.newContext();
  const local = {
    DEBUG: "true",
    DATABASE_URL: database.url,
    GEMINI_BASE_URL: sandboxUrl,
    EXA_BASE_URL: sandboxUrl,
  };
  let env: Record<string, string> = local;
  if (mode === "production") {
    clerk = await startFakeFrontendApi({ users: [person], applicationUrl: url });
    env = { ...productionEnv(database.url, sandboxUrl, url), ...clerk.applicationEnv };
    await context.addCookies(await clerk.signIn(person.id));
  }
  let app: App | undefined;
  const kill = async () => app?.stop();
  const start = async () => {
    app = await startApp(env, { port, folder });
    return app;
  };
  await start();
  return { kill, start, context, url };
}

async function readProgress(): Promise<number[]> {
  const [row] = await database.sql`SELECT current_step, progress FROM onboarding_sessions`;
  return [row?.current_step, row?.progress];
}

const isAt = (page: Page, step: string) => page.waitForURL(new RegExp(`/onboarding/${step}$`));
const saveAndContinue = (page: Page) =>
  page.getByRole("button", { name: "Save and continue" }).click();

/** Step 2, by reading a site; the server is killed when the answer is there and not yet saved. */
async function walkWebsite(page: Page, { kill, start }: World): Promise<void> {
  await page.getByLabel("Address of your site").fill("nextjs.org/docs");
  await page.getByRole("button", { name: "Read and describe my site" }).click();
  const avoid = page.getByLabel("Things to avoid");
  await waitUntil("the last field", async () => (await avoid.inputValue()) !== "");
  const draft = waitForDraft(page, "website", "Readers of the whole wizard");
  await page.getByLabel("Who reads you").fill("Readers of the whole wizard");
  await draft;
  await kill();
  await start();
  await reload(page);
  await page.getByRole("heading", { name: "Website", level: 1 }).waitFor();
  expect(await page.getByLabel("Who reads you").inputValue()).toBe("Readers of the whole wizard");
  await saveAndContinue(page);
}

/** Step 3 by hand, with a way back to step 2 and a second tab that sees the same. */
async function walkResearch(page: Page, { context, url }: World): Promise<void> {
  await isAt(page, "research");
  await expect.poll(readProgress).toEqual([2, (2 / 6) * 100]);
  await page.getByRole("link", { name: "Back to Website" }).click();
  await isAt(page, "website");
  expect(await readProgress(), "going back lowers nothing").toEqual([2, (2 / 6) * 100]);
  await visit(page, `${url}/onboarding/research`);
  await page.getByLabel("Gaps you can fill").fill("What nobody says about caching");
  const second = await context.newPage();
  await visit(second, `${url}/onboarding`);
  await isAt(second, "research");
  await saveAndContinue(page);
  await isAt(page, "persona");
  await expect.poll(readProgress).toEqual([3, 50]);
  await reload(second);
  await second.close();
}

for (const mode of ["development", "production"] as const)
  test(`an empty account becomes a first post through all six steps in ${mode}, whatever is killed on the way`, async () => {
    const world = await openWorld(mode);
    const page = await world.context.newPage();
    await visit(page, `${world.url}/onboarding`);
    await isAt(page, "api-keys");
    await saveKeysInWizard(page, {
      gemini: `ok-${mode}-g-${randomUUID()}`,
      exa: `ok-${mode}-e-${randomUUID()}`,
    });
    await expect.poll(readProgress).toEqual([1, (1 / 6) * 100]);
    await visit(page, `${world.url}/onboarding/website`);
    await walkWebsite(page, world);
    await walkResearch(page, world);
    await page.getByLabel("Voice").first().fill("A patient teacher of the whole wizard");
    await saveAndContinue(page);
    await isAt(page, "integrations");
    await page.getByRole("button", { name: /^Skip/ }).click();
    await isAt(page, "finish");
    await world.kill();
    await world.start();
    await reload(page);
    await page.getByRole("button", { name: "Finish and open the writer" }).click();
    await page.waitForURL(/\/posts\/new$/);
    await expect.poll(readProgress).toEqual([6, 100]);
    await generateInBrowser(page, "Caching in Next.js");
    const [post] = await database.sql`SELECT document FROM posts`;
    expect(JSON.stringify(post?.document.used)).toContain("persona");
    await world.context.close();
    await world.kill();
    if (mode === "production") await clerk.close();
    await database.drop();
  });
