import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { inFull } from "../world/in-full";
import { reportFigure } from "../world/report-figure";
import { saveKeys } from "../world/servers/start-production";
import { createTester, type Tester } from "../world/tester";
import { waitUntil } from "../world/wait-until";
import { fieldOf, hasFocus, lookAtPanel, openPage, panelOf } from "./assistant-page";
import { LOOKS } from "./looks";
import { collectComplaints, openBrowser } from "./open-browser";
import { reload } from "./visit";

const { production } = inject("servers");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A tester's page in a browser of their own. */
const openOf = (
  tester: Tester,
  path: string,
  look: { width: number; colorScheme: "light" | "dark" },
) => openPage(browser, { origin: production.url, tester, path, look });

/** Types at the first moment that the field is there, sends as soon as it may be sent, and waits for the end. */
async function say(page: Page, text: string): Promise<void> {
  const panel = panelOf(page);
  await fieldOf(page).fill(text);
  await panel.getByRole("button", { name: "Send" }).click();
  await panel.getByText(text, { exact: true }).first().waitFor();
  await panel.getByRole("button", { name: "Send" }).waitFor();
}

async function readPost(tester: Tester, id: string): Promise<Post> {
  return (await tester.call("GET", `/api/blog/posts/${id}`)).json();
}

test("by keyboard the assistant is opened, asked, decided on and left; what it would change waits", async () => {
  const tester = createTester(production.url);
  await saveKeys(tester);
  const body = { topic: "Caching in Next.js", wordCount: 300 };
  const made = await tester.call("POST", "/api/blog/generate", body, { prefer: "wait=240" });
  const { id, document }: Post = await made.json();
  const page = await openOf(tester, `/posts/${id}`, { width: 1280, colorScheme: "light" });
  const complaints = collectComplaints(page);
  const origins = new Set<string>();
  page.on("request", (request) => origins.add(new URL(request.url()).origin));

  const loaded: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (/\.(js|css)(\?|$)/.test(request.url()))
      loaded.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.keyboard.press("Control+j");
  await waitUntil("the focus in the field", () => hasFocus(fieldOf(page)));
  await panelOf(page).getByText("Ask about this page").waitFor();
  const starters = page.getByRole("list", { name: "You could ask" });
  await starters.getByRole("button", { name: "Analyze SEO" }).press("Enter");
  expect(await fieldOf(page).inputValue()).toBe("Analyze SEO");
  await waitUntil("the focus in the field again", () => hasFocus(fieldOf(page)));
  const opening = (await Promise.all(loaded)).reduce((sum, bytes) => sum + bytes, 0) / 1_024;
  reportFigure(
    "Code and styles that opening the assistant loads, compressed",
    `${Math.round(opening)} KB (limit 700 KB)`,
  );
  expect(opening).toBeLessThanOrEqual(700);
  await lookAtPanel(page, "empty");
  await say(page, "hello there");
  const log = page.getByRole("log", { name: "Conversation" });
  await log.getByText(/hello there.+/).waitFor();
  // What streams is not read out in pieces: a status says it once it is whole.
  const spoken = /The assistant says: \S/;
  await panelOf(page).getByRole("status").filter({ hasText: spoken }).waitFor();

  await say(page, 'change_title {"title": "Another title"}');
  const suggestion = log.locator("article article").filter({ hasText: "Another title" });
  await suggestion.getByRole("button", { name: "Accept" }).waitFor();
  await lookAtPanel(page, "suggestion");
  expect((await readPost(tester, id)).document.title).toBe(document.title);
  await fieldOf(page).focus();
  await page.keyboard.press("ArrowUp");
  expect(await hasFocus(suggestion)).toBe(true);
  await page.keyboard.press("Tab");
  await suggestion.getByText("Accepted.").waitFor();
  await page.getByRole("heading", { level: 1, name: "Another title" }).waitFor();
  await suggestion.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { level: 1, name: document.title }).waitFor();

  const [first] = document.sections;
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("textbox", { name: "Heading 1" }).click();
  await page.keyboard.press("Control+j");
  await panelOf(page).waitFor({ state: "detached" });
  await page.keyboard.press("Control+j");
  await say(page, `smooth_transitions {"sectionId": "${first?.id}"}`);
  const dear = log
    .locator("article article")
    .filter({ hasText: /^Smooth/ })
    .first();
  await dear.getByRole("button", { name: "Confirm" }).click();
  const inPlace = page.locator(`#${first?.id}`).getByRole("article", { name: /^Smooth/ });
  await inPlace.getByRole("button", { name: "Accept" }).waitFor();
  await lookAtPanel(page, "in-place");
  await inPlace.getByRole("button", { name: "Accept" }).click();
  await inPlace.getByText("Accepted.").waitFor();
  await page
    .locator(`#${first?.id}`)
    .getByText(/Before the next step/)
    .first()
    .waitFor();
  await inPlace.getByRole("button", { name: "Undo" }).click();
  await inPlace.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Done" }).click();

  await say(page, "delete_post please");
  const action = log.locator("article article").filter({ hasText: /^Delete/ });
  await action.getByRole("button", { name: "Confirm" }).waitFor();
  await lookAtPanel(page, "waiting");
  expect((await readPost(tester, id)).status).toBe("ready");
  await action.getByRole("button", { name: "Refuse" }).click();
  await action.getByText("Refused.").waitFor();
  expect((await tester.call("GET", `/api/blog/posts/${id}`)).status).toBe(200);

  await reload(page);
  await page.getByRole("button", { name: "Assistant" }).click();
  await log.getByText(/hello there.+/).waitFor();
  await log.getByText("Refused.").waitFor();
  await lookAtPanel(page, "history");
  await page.keyboard.press("Escape");
  await panelOf(page).waitFor({ state: "detached" });
  await waitUntil("the focus on the button", () =>
    hasFocus(page.getByRole("button", { name: "Assistant" })),
  );
  // Clerk's own scripts are not there in this server's world; nothing else is asked or missed.
  expect(complaints.filter((text) => !/clerk|NAME_NOT_RESOLVED/i.test(text))).toEqual([]);
  const foreign = [...origins].filter((origin) => !/clerk\.alwrity\.test/.test(origin));
  expect(foreign).toEqual([new URL(production.url).origin]);
  await page.context().close();
});

test("on a phone and in the dark a spent quota and a missing key say what is wrong, and where it is mended", async () => {
  const spent = createTester(production.url, "quota-day");
  await saveKeys(spent);
  const phone = { width: 390, colorScheme: "dark" } as const;
  const page = await openOf(spent, "/posts", phone);
  await page.getByRole("button", { name: "Assistant" }).click();
  await fieldOf(page).fill("hello there");
  await panelOf(page).getByRole("button", { name: "Send" }).click();
  await panelOf(page).getByText("quota for today is used up").waitFor();
  await lookAtPanel(page, "error");
  await page.context().close();

  const keyless = await openOf(createTester(production.url), "/posts", phone);
  await keyless.getByRole("button", { name: "Assistant" }).click();
  await panelOf(keyless).getByText("The assistant cannot answer until then.").waitFor();
  await lookAtPanel(keyless, "degraded");
  expect(await fieldOf(keyless).isDisabled()).toBe(true);
  await keyless.context().close();
});

inFull(
  "while an answer streams, while a tool runs and in a long conversation the panel is as accessible, in every look",
  async () => {
    for (const [width, colorScheme] of LOOKS) {
      const name = (state: string) => `${state}-${width}-${colorScheme}`;
      const tester = createTester(production.url);
      await saveKeys(tester);
      const body = { topic: "Caching in Next.js", wordCount: 300, research: "basic" };
      const made = await tester.call("POST", "/api/blog/generate", body, { prefer: "wait=240" });
      const { id }: Post = await made.json();
      const use = (gemini: string) => tester.call("POST", "/api/onboarding/api-keys", { gemini });
      // The words stand still for as long as somebody looks at them.
      await use(`slow:30000-g-${crypto.randomUUID()}`);
      const page = await openOf(tester, `/posts/${id}`, { width, colorScheme });
      await page.getByRole("button", { name: "Assistant" }).click();
      const panel = panelOf(page);
      const send = async (text: string) => {
        await fieldOf(page).fill(text);
        await panel.getByRole("button", { name: "Send" }).click();
      };
      await send("Say something long about caching, word after word.");
      await panel.getByRole("button", { name: "Stop" }).waitFor();
      await panel
        .getByRole("log")
        .getByText(/\w+ \w+ \w+/)
        .last()
        .waitFor();
      await lookAtPanel(page, name("streaming"));
      await panel.getByRole("button", { name: "Stop" }).click();
      await panel.getByRole("button", { name: "Send" }).waitFor();
      await send("propose_titles");
      await panel.getByText("running…").waitFor();
      await lookAtPanel(page, name("tool"));
      await panel.getByRole("button", { name: "Stop" }).click();
      await panel.getByRole("button", { name: "Send" }).waitFor();
      await use(`ok-g-${crypto.randomUUID()}`);
      // Its answer has code in it, which must be seen on a dark page too.
      await send('ask_research {"question": "What does use cache do?"}');
      await panel.getByRole("log").locator("code").first().waitFor();
      await lookAtPanel(page, name("code"));
      await panel.getByRole("button", { name: "Send" }).waitFor();
      for (let number = 0; number < 12; number += 1) {
        await send(`check keys ${number}`);
        await panel.getByRole("button", { name: "Send" }).waitFor();
      }
      await lookAtPanel(page, name("long"));
      await page.context().close();
    }
  },
);
