import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { saveKeys } from "../world/servers/start-production";
import { createTester, type Tester } from "../world/tester";
import { waitUntil } from "../world/wait-until";
import { fieldOf, hasFocus, lookAtPanel, openPage, panelOf } from "./assistant-page";
import { LOOKS } from "./looks";
import { openBrowser } from "./open-browser";

const { production } = inject("servers");
const origin = production.url;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const send = async (page: Page, text: string) => {
  await fieldOf(page).fill(text);
  await panelOf(page).getByRole("button", { name: "Send" }).click();
};
const isCovered = (page: Page) =>
  page.locator("#content").evaluate((content) => content.hasAttribute("inert"));
const isAnswered = (page: Page) => panelOf(page).getByRole("button", { name: "Send" }).waitFor();

/** Opens the assistant over the list of posts. */
async function open(tester: Tester, look: (typeof LOOKS)[number]): Promise<Page> {
  const [width, colorScheme] = look;
  const page = await openPage(browser, {
    origin,
    tester,
    path: "/posts",
    look: { width, colorScheme },
  });
  await page.getByRole("button", { name: "Assistant" }).click();
  return page;
}

/** What goes wrong before or while it answers: the key's kind, what is sent first, and what is then read. */
const FAILURES = [
  { name: "refused", key: "reject-later", says: /rejected your key/ },
  { name: "quota", key: "quota-day", says: /quota for today is used up/ },
  { name: "overloaded", key: "overloaded", says: /is overloaded/ },
  { name: "blocked", key: "blocked-prompt", says: /./ },
  { name: "cap", key: "ok", capUsd: 0.000001, says: /cap is reached/ },
];

/** As long as many states may take on a busy machine. */
const LONG = { timeout: 900_000 };

for (const look of LOOKS) {
  const of = (state: string) => `${state}-${look.join("-")}`;

  test(
    `at ${look.join(" px in ")} the panel that opens, cannot be read or has no key is accessible`,
    LONG,
    async () => {
      const tester = createTester(origin);
      const keyless = await open(tester, look);
      await panelOf(keyless).getByText("The assistant cannot answer until then.").waitFor();
      await lookAtPanel(keyless, of("no-key"));
      await keyless.context().close();

      await saveKeys(tester);
      const [width, colorScheme] = look;
      const where = { origin, tester, path: "/posts", look: { width, colorScheme } };
      const page = await openPage(browser, where);
      let answer = () => {};
      const held = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route("**/api/assistant", async (route) => {
        await held;
        await route.abort();
      });
      await page.getByRole("button", { name: "Assistant" }).click();
      await waitUntil("the focus in the panel", () => hasFocus(panelOf(page)));
      await lookAtPanel(page, of("opening"));
      answer();
      await panelOf(page).getByText("This site could not be reached").waitFor();
      await lookAtPanel(page, of("unread"));
      await page.unroute("**/api/assistant");
      await panelOf(page).getByRole("button", { name: "Try again" }).click();
      await waitUntil("the focus in the field", () => hasFocus(fieldOf(page)));
      await panelOf(page).getByText("Ask about this page").waitFor();
      await lookAtPanel(page, of("empty"));
      expect(await isCovered(page)).toBe(look[0] === 390);
      await page.keyboard.press("Escape");
      await page.route("**/api/copilotkit/info", (route) => route.abort());
      await page.getByRole("button", { name: "Assistant" }).click();
      await panelOf(page).getByText("This site could not be reached").waitFor();
      await fieldOf(page).fill("Hello?");
      await page.unroute("**/api/copilotkit/info");
      await panelOf(page).getByRole("button", { name: "Try again" }).click();
      await panelOf(page)
        .getByRole("button", { name: "Send" })
        .and(page.locator(":enabled"))
        .waitFor();
      expect(await fieldOf(page).inputValue()).toBe("Hello?");
      await page.keyboard.press("Escape");
      await waitUntil("the focus on the button", () =>
        hasFocus(page.getByRole("button", { name: "Assistant" })),
      );
      expect(await isCovered(page)).toBe(false);
      await page.context().close();
    },
  );

  test(`at ${look.join(" px in ")} each failure says its sentence accessibly`, LONG, async () => {
    for (const { name, key, capUsd, says } of FAILURES) {
      const tester = createTester(origin, key);
      await saveKeys(tester);
      if (capUsd) {
        const cap = { monthlyUsd: capUsd, zone: "UTC" };
        expect((await tester.call("PUT", "/api/usage/cap", cap)).ok).toBe(true);
      }
      const page = await open(tester, look);
      await send(page, "hello there");
      await isAnswered(page);
      await send(page, "and again");
      await panelOf(page).getByRole("alert").filter({ hasText: says }).waitFor();
      await lookAtPanel(page, of(name));
      await page.context().close();
    }
  });

  test(
    `at ${look.join(" px in ")} what waits, is decided and is taken back is accessible, and reading back is not disturbed`,
    LONG,
    async () => {
      const tester = createTester(origin);
      await saveKeys(tester);
      const body = { topic: "Caching in Next.js", wordCount: 300, research: "basic" };
      const made = await tester.call("POST", "/api/blog/generate", body, { prefer: "wait=240" });
      const { id }: Post = await made.json();
      const [width, colorScheme] = look;
      const where = { origin, tester, path: `/posts/${id}`, look: { width, colorScheme } };
      const page = await openPage(browser, where);
      await page.getByRole("button", { name: "Assistant" }).click();
      const log = page.getByRole("log", { name: "Conversation" });
      const card = (title: RegExp) => log.locator("article article").filter({ hasText: title });

      await send(page, 'change_title {"title": "Another title"}');
      const suggestion = card(/Another title/);
      await suggestion.getByRole("button", { name: "Accept" }).click();
      await suggestion.getByText("Accepted.").waitFor();
      await lookAtPanel(page, of("accepted"));
      await suggestion.getByRole("button", { name: "Undo" }).click();
      await suggestion.getByText("Taken back.").waitFor();
      await lookAtPanel(page, of("undone"));

      await send(page, "duplicate_post please");
      await isAnswered(page);
      await send(page, "delete_post please");
      const action = card(/^Delete/);
      await action.getByRole("button", { name: "Confirm" }).waitFor();
      await lookAtPanel(page, of("waiting"));
      await action.getByRole("button", { name: "Confirm" }).click();
      await action.getByText("Done.").waitFor();
      await isAnswered(page);
      await lookAtPanel(page, of("confirmed"));

      for (let number = 0; number < 4; number += 1) {
        await send(page, `check keys ${number}`);
        await isAnswered(page);
      }
      const top = () => log.evaluate(({ scrollTop }) => scrollTop);
      const said = () => log.evaluate(({ textContent }) => textContent.length);
      await tester.call("POST", "/api/onboarding/api-keys", {
        gemini: `slow:4000-g-${crypto.randomUUID()}`,
      });
      await send(page, "Say something long about caching, word after word.");
      await waitUntil("the end in view", async () => (await top()) > 0);
      await panelOf(page).getByRole("button", { name: "Stop" }).waitFor();
      await log.evaluate(async (element) => {
        element.scrollTo({ top: 0 });
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      });
      const before = await said();
      await waitUntil("more words", async () => (await said()) > before);
      expect(await top()).toBe(0);
      await lookAtPanel(page, of("streaming-read-back"));
      await panelOf(page).getByRole("button", { name: "Stop" }).click();
      await isAnswered(page);
      expect(await hasFocus(fieldOf(page))).toBe(true);
      await lookAtPanel(page, of("long"));
      await page.context().close();
    },
  );
}
