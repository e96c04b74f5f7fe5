import { createHash, randomUUID } from "node:crypto";
import type { Browser, BrowserContext } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type FakeFrontendApi, startFakeFrontendApi } from "../clerk/fake-frontend-api";
import { signInThroughForm } from "../clerk/sign-in-through-form";
import { standInForCloud } from "../world/assistant/stand-in-for-cloud";
import { createDatabase, type TestDatabase } from "../world/database/create-database";
import { inFull } from "../world/in-full";
import { productionEnv } from "../world/servers/production-env";
import { type App, pickPort, startApp } from "../world/servers/start-app";
import { analyzeAtRest, isGrave } from "./analyze-at-rest";
import {
  collectComplaints,
  generateInBrowser,
  openBrowser,
  saveKeysInWizard,
} from "./open-browser";
import { visit } from "./visit";

const { sandboxUrl } = inject("servers");
const people = ["anna", "ben"].map((name) => ({
  id: `user_${name}${randomUUID().slice(0, 8)}`,
  email: `${name}@example.org`,
  password: `a long password of ${name}`,
  keys: { gemini: `ok-${name}-g-${randomUUID()}`, exa: `ok-${name}-e-${randomUUID()}` },
  topic: `${name === "anna" ? "Fonts" : "Images"} in Next.js`,
}));
type Person = (typeof people)[number];

let app: App;
let browser: Browser;
let clerk: FakeFrontendApi;
let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase({ engine: true });
  const port = await pickPort();
  const origin = `http://localhost:${port}`;
  clerk = await startFakeFrontendApi({ users: people, applicationUrl: origin });
  const env = { ...productionEnv(database.url, sandboxUrl, origin), ...clerk.applicationEnv };
  [app, browser] = await Promise.all([startApp(env, { port }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await clerk.close();
  await database.drop();
});

async function signIn(person: Person): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await visit(page, `${app.url}/posts`);
  await page.waitForURL(/\/sign-in/);
  await signInThroughForm(page, person);
  await page.waitForURL(/\/posts/);
  await page.close();
  return context;
}

async function doTheMainJob(context: BrowserContext, person: Person): Promise<string> {
  const page = await context.newPage();
  const complaints = collectComplaints(page);
  await visit(page, `${app.url}/onboarding/api-keys`);
  await saveKeysInWizard(page, person.keys);
  await visit(page, `${app.url}/posts/new`);
  await generateInBrowser(page, person.topic);
  expect(complaints).toEqual([]);
  const url = page.url();
  await page.close();
  return url;
}

async function readPayments(key: string): Promise<{ prompt?: string; query?: string }[]> {
  const fingerprint = createHash("sha256").update(key).digest("hex").slice(0, 16);
  const answer = await fetch(`${sandboxUrl}/_log?fingerprint=${fingerprint}`);
  return (await answer.json()).requests;
}

test("two testers signed in at the same time each write a post on their own keys alone", async () => {
  const contexts = await Promise.all(people.map(signIn));
  const urls = await Promise.all(
    people.map((person, index) => {
      const context = contexts[index];
      if (!context) throw new Error("nobody is signed in");
      return doTheMainJob(context, person);
    }),
  );

  for (const [index, person] of people.entries()) {
    const other = people[1 - index];
    for (const key of [person.keys.gemini, person.keys.exa]) {
      const paid = await readPayments(key);
      expect(paid.length).toBeGreaterThan(0);
      for (const { prompt = "", query = "" } of paid)
        expect(prompt + query).not.toContain(other?.topic);
    }
    const foreign = await contexts[1 - index]?.newPage();
    const answer = await foreign?.goto(urls[index] ?? "");
    expect(answer?.status(), "somebody else's post").toBe(404);
    await foreign?.close();
  }
  expect(clerk.backendRequests).toEqual([]);

  const [anna, ben] = contexts;
  if (!anna || !ben) throw new Error("nobody is signed in");
  const page = await anna.newPage();
  await visit(page, `${app.url}/posts`);
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(`${app.url}/`);
  await visit(page, `${app.url}/posts`);
  await page.waitForURL(/\/sign-in/);
  const still = await ben.newPage();
  await visit(still, `${app.url}/posts`);
  expect(still.url(), "the other tester stays signed in").toMatch(/\/posts$/);
});

inFull(
  "sign-in and sign-up, with Clerk's own forms in them, have no serious accessibility problem",
  async () => {
    for (const [width, colorScheme] of [
      [1280, "light"],
      [390, "dark"],
    ] as const) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      for (const path of ["/sign-in", "/sign-up"]) {
        await visit(page, `${app.url}${path}`);
        await page.getByLabel("Email address").waitFor();
        await page.getByRole("button", { name: "Continue", exact: true }).waitFor();
        const grave = await analyzeAtRest(page, isGrave);
        expect(grave.map(({ id, nodes }) => [path, id, nodes.map(({ target }) => target)])).toEqual(
          [],
        );
      }
      await context.close();
    }
  },
);

test("the sign-up page works, and a visitor reads the landing page without an account", async () => {
  const page = await browser.newPage();
  await visit(page, app.url);
  await page.getByRole("link", { name: "Create an account" }).first().click();
  await page.waitForURL(/\/sign-up/);
  await page.getByLabel("Email address").waitFor();
  await page.close();
});

inFull(
  "a CopilotKit key reaches its owner's browser, answers where it is chosen, changes at once and leaves at sign-out",
  async () => {
    const [anna] = people;
    if (!anna) throw new Error("nobody");
    const context = await signIn(anna);
    const cloud = await standInForCloud(context);
    const page = await context.newPage();
    await visit(page, `${app.url}/onboarding/api-keys`);
    await page.getByLabel("CopilotKit key", { exact: true }).fill("ck_pub_0123456789abcdef0123");
    await page.getByRole("button", { name: "Save key" }).click();
    await page.getByText("••••0123").waitFor();
    const stored = () =>
      page.evaluate(() =>
        Object.entries(localStorage).filter(([name]) => name.startsWith("alwrity:")),
      );
    await expect
      .poll(stored)
      .toEqual([[`alwrity:${anna.id}:copilotkit-public-key`, "ck_pub_0123456789abcdef0123"]]);
    await page.getByRole("button", { name: "Assistant", exact: true }).click();
    const panel = page.getByRole("complementary", { name: "Assistant" });
    const choose = panel.getByRole("button", { name: "Use Copilot Cloud instead" });
    await choose.waitFor();
    expect(cloud).toEqual([]);
    await choose.click();
    await panel.getByText("on your CopilotKit account").waitFor();
    const ask = async (text: string, answers: number) => {
      await panel.getByRole("textbox").fill(text);
      await panel.getByRole("button", { name: "Send" }).click();
      await expect
        .poll(() => panel.getByText("Said by the cloud.", { exact: true }).count())
        .toBe(answers);
    };
    await ask("hello cloud", 1);
    expect(new Set(cloud.map(({ key }) => key))).toEqual(new Set(["ck_pub_0123456789abcdef0123"]));
    // Another key counts at once, in the page that is open.
    await page.getByRole("button", { name: "Replace" }).last().click();
    await page.getByLabel("CopilotKit key", { exact: true }).fill("ck_pub_fedcba98765432103210");
    await page.getByRole("button", { name: "Save key" }).click();
    await page.getByText("••••3210").waitFor();
    cloud.length = 0;
    await expect.poll(() => cloud.length).toBeGreaterThan(0);
    await ask("hello again", 1);
    expect(new Set(cloud.map(({ key }) => key))).toEqual(new Set(["ck_pub_fedcba98765432103210"]));
    await page.getByRole("button", { name: "Close the assistant" }).click();
    await page.getByRole("button", { name: "Account" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(`${app.url}/`);
    expect(await stored()).toEqual([]);
    await context.close();
  },
);
