import { randomUUID } from "node:crypto";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { inFull } from "../world/in-full";
import { waitUntil } from "../world/wait-until";
import { collectComplaints } from "./open-browser";
import { expectAccessible, goToEnd, saved, setUpEditor, textOf } from "./open-editor";
import { reload } from "./visit";

const editor = setUpEditor();
const ghost = (page: Page) => page.locator("[contenteditable] [aria-hidden=true]:not(svg)");
const takeIt = (page: Page) => page.getByRole("button", { name: "Take it" });
const firstText = ({ document }: Post) => document.sections[0]?.markdown ?? "";

/** Counts the suggestions that a page asks for. */
function countAsked(page: Page): () => number {
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/continue")) asked += 1;
  });
  return () => asked;
}

async function write(page: Page, words: string): Promise<void> {
  await goToEnd(page);
  await page.keyboard.press("Enter");
  await page.keyboard.type(words);
}

test("a suggestion asked for by keyboard is taken with Tab, is saved like typing, and undone in one step", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  const complaints = collectComplaints(page);
  const asked = countAsked(page);
  await write(page, "What matters most about the cache");
  await saved(page);
  expect(asked()).toBe(0);

  await page.keyboard.press("Alt+Enter");
  await takeIt(page).waitFor();
  await page.getByText(/^Suggestion: .+\. Tab takes it, Escape drops it\.$/).waitFor();
  expect(await page.getByRole("list", { name: "Sources of the suggestion" }).textContent()).toMatch(
    /\d.*\(.+\..+\)/,
  );
  const offered = ((await ghost(page).textContent()) ?? "").trim();
  expect(offered.length).toBeGreaterThan(20);
  const before = await editor.readPost(post.id);
  expect(firstText(before)).toMatch(/What matters most about the cache$/);
  await expectAccessible(page, "suggestion");

  await page.keyboard.press("Tab");
  await takeIt(page).waitFor({ state: "detached" });
  await waitUntil("the saved words", async () =>
    /about the cache .+\[\^S\d+\.p\d+\]/.test(firstText(await editor.readPost(post.id))),
  );
  await saved(page);
  const marks = textOf(page, 0).getByRole("button", { name: /^Source \d+:/ });
  expect(await marks.last().textContent()).toMatch(/^\d+$/);
  const kept = await editor.readPost(post.id);
  expect(kept.document.cost.totalUsd).toBeGreaterThan(post.document.cost.totalUsd);

  await textOf(page, 0).focus();
  await page.keyboard.press("Control+z");
  await waitUntil("the text without it", async () =>
    /What matters most about the cache$/.test(firstText(await editor.readPost(post.id))),
  );
  expect(complaints).toEqual([]);
  await context.close();
});

inFull(
  "switched on, a pause behind a paragraph asks once; Escape, typing and moving drop it; Tab is Tab again",
  async () => {
    const post = await editor.writePost();
    const context = await editor.openContext();
    const page = await editor.openEditor(context, post.id);
    const asked = countAsked(page);
    const toggle = page.getByRole("button", { name: "Suggest as I write" });
    expect(await toggle.getAttribute("aria-pressed")).toBe("false");
    await page.getByText(/about \$0\.001 each on your Gemini key/).waitFor();
    await toggle.click();
    expect(await toggle.getAttribute("aria-pressed")).toBe("true");
    await reload(page);
    await textOf(page, 0).waitFor();
    await page.getByText(/^Suggesting as you write/).waitFor();

    await write(page, "What matters most about the cache");
    await takeIt(page).waitFor();
    await page.keyboard.press("Escape");
    await takeIt(page).waitFor({ state: "detached" });
    expect(await ghost(page).count()).toBe(0);
    expect(asked()).toBe(1);

    for (const drop of [
      () => page.keyboard.type(" is"),
      () => page.keyboard.press("ArrowLeft"),
      () => page.getByRole("textbox", { name: "Title" }).focus(),
    ]) {
      await goToEnd(page);
      await page.keyboard.press("Alt+Enter");
      await takeIt(page).waitFor();
      await drop();
      await takeIt(page).waitFor({ state: "detached" });
    }
    expect(await textOf(page, 0).textContent()).toMatch(/about the cache is$/);

    await textOf(page, 0).focus();
    await page.keyboard.press("Tab");
    expect(await textOf(page, 0).evaluate((text) => text === document.activeElement)).toBe(false);
    await context.close();
  },
);

inFull("a touch takes it, and typing on gives up what was asked for", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  await page.setViewportSize({ width: 390, height: 844 });
  await write(page, "What matters most about the cache");
  await page.keyboard.press("Alt+Enter");
  await takeIt(page).click();
  await waitUntil("the saved words", async () =>
    /about the cache .+\[\^S/.test(firstText(await editor.readPost(post.id))),
  );

  await editor.saveKeys({ gemini: `slow:60000-${randomUUID()}` });
  const ended = page.waitForEvent("requestfailed", (request) =>
    request.url().endsWith("/continue"),
  );
  await page.keyboard.press("Alt+Enter");
  await page.getByText("Looking in your sources…").waitFor();
  await page.keyboard.type(" More");
  await ended;
  await page.getByText("Looking in your sources…").waitFor({ state: "detached" });
  await editor.saveKeys({});
  await context.close();
});

inFull(
  "on a touch screen one suggestion is asked for with a button, with nothing switched on",
  async () => {
    const post = await editor.writePost();
    const viewport = { width: 390, height: 844 };
    const context = await editor.openContext({ viewport, hasTouch: true, isMobile: true });
    const page = await editor.openEditor(context, post.id);
    const asked = countAsked(page);
    const once = page.getByRole("button", { name: "Suggest now" });
    expect(await once.getAttribute("aria-disabled")).toBe("true");
    await textOf(page, 0).tap();
    await write(page, "What matters most about the cache");
    const box = await once.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= viewport.width).toBe(true);
    await once.tap();
    await takeIt(page).tap();
    await waitUntil("the saved words", async () =>
      /about the cache .+\[\^S/.test(firstText(await editor.readPost(post.id))),
    );
    expect(asked()).toBe(1);
    const toggle = page.getByRole("button", { name: "Suggest as I write" });
    expect(await toggle.getAttribute("aria-pressed")).toBe("false");
    await context.close();
  },
);

inFull(
  "a rejected key is said in one line with its fix, and nothing more is asked until its owner asks",
  async () => {
    const post = await editor.writePost();
    const context = await editor.openContext();
    const page = await editor.openEditor(context, post.id);
    const asked = countAsked(page);
    await page.getByRole("button", { name: "Suggest as I write" }).click();
    await editor.saveKeys({ gemini: `reject-later:0-${randomUUID()}` });
    await write(page, "What matters most about the cache");
    const line = page.getByText(/^No suggestion: .+rejected your key/);
    await line.waitFor();
    expect(await line.getByRole("link").getAttribute("href")).toBe("/onboarding/api-keys");
    await page.getByText(/^Suggestions are paused after a problem/).waitFor();
    await expectAccessible(page, "suggestion-refused");
    const before = asked();
    await textOf(page, 0).focus();
    await page.keyboard.type(" and more of it");
    await saved(page);
    expect(asked()).toBe(before);

    await editor.saveKeys({});
    await page.getByRole("button", { name: "Ask again" }).click();
    await takeIt(page).waitFor();
    expect(await line.count()).toBe(0);
    await context.close();
  },
);
