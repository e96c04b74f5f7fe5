import type { Page } from "playwright";
import { expect, test } from "vitest";
import { waitUntil } from "../world/wait-until";
import { chooseOfSection, expectAccessible, saved, setUpEditor, textOf } from "./open-editor";

const editor = setUpEditor();
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).press("Enter");
const firstText = async (id: string) =>
  (await editor.readPost(id)).document.sections[0]?.markdown ?? "";

test("of three openings one is chosen by keyboard, shown where it would go, and taken", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  await page
    .getByRole("button", { name: /^Change “/ })
    .nth(1)
    .press("Enter");
  await page.getByRole("menuitem", { name: "Rewrite…" }).waitFor();
  expect(await page.getByRole("menuitem", { name: "Three openings" }).count()).toBe(0);
  await page.keyboard.press("Escape");
  await chooseOfSection(page, 0, "Three openings");
  const tool = page.getByRole("region", { name: /^Three openings:/ });
  await tool.getByText("About $0.01 on your Gemini key").waitFor();
  await press(page, "Propose three");
  await page.getByRole("group", { name: "Three openings" }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
    "Three openings",
  );
  expect(await page.getByRole("button", { name: /^Choose: a / }).count()).toBe(3);
  await press(page, "Choose: a scene");
  await page.locator("ins").first().waitFor();
  await expectAccessible(page, "openings");
  expect(await firstText(post.id)).toBe(post.document.sections[0]?.markdown);
  await page.getByRole("radio", { name: "In place of the present first paragraph" }).press("Space");
  await page.locator("del").first().waitFor();
  await page.getByRole("radio", { name: "Before the present first paragraph" }).press("Space");
  await press(page, "Accept");
  const before = post.document.sections[0]?.markdown.trim() ?? "";
  await waitUntil("the opening", async () => (await firstText(post.id)).startsWith("Picture"));
  expect((await firstText(post.id)).endsWith(before)).toBe(true);
  await saved(page);
  await context.close();
});

test("transitions are smoothed by keyboard, with a diff before", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  await chooseOfSection(page, 1, "Smooth the transitions");
  await page.getByText("Only the first and the last sentence change").waitFor();
  await press(page, "Smooth them");
  await page.getByRole("group", { name: "Proposal" }).waitFor();
  await expectAccessible(page, "flow");
  expect((await editor.readPost(post.id)).document.sections).toEqual(post.document.sections);
  await press(page, "Accept");
  await waitUntil("the new text", async () => {
    const { sections } = (await editor.readPost(post.id)).document;
    return sections[1]?.markdown !== post.document.sections[1]?.markdown;
  });
  await saved(page);
  await context.close();
});

test("copied words are found free of charge, quoted with their citation, or handed to a rewrite", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  await chooseOfSection(page, 0, "Check originality");
  await press(page, "Compare");
  const told = page.getByText(/\d+ of \d+ words \(\d+ %\) are copied, in \d+ places?/);
  const first = (await told.textContent()) ?? "";
  await expectAccessible(page, "originality");
  await page
    .getByRole("button", { name: /^Quote “/ })
    .first()
    .press("Enter");
  await page.getByRole("group", { name: "Proposal" }).waitFor();
  await expectAccessible(page, "quoted");
  await press(page, "Accept");
  await waitUntil("the quotation", async () => (await firstText(post.id)).includes("“"));
  await saved(page);

  await chooseOfSection(page, 0, "Check originality");
  await press(page, "Compare");
  await told.waitFor();
  expect(await told.textContent()).not.toBe(first);
  await press(page, "Rewrite in own words");
  const wish = page.getByRole("textbox", { name: "What should change?" });
  expect(await wish.inputValue()).toMatch(/^Say this in your own words, .*“/);
  await press(page, "Rewrite it");
  await page.getByRole("group", { name: "Proposal" }).waitFor();
  await press(page, "Discard");
  await context.close();
});

test("published posts of one's own are offered, ticked by keyboard, and cited when accepted", async () => {
  const target = await editor.writePost();
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  await chooseOfSection(page, 0, "Link my own posts");
  await press(page, "Look for fitting posts");
  await page.getByText("No other post of yours is live on a site.").waitFor();
  await press(page, "Close");

  await editor.publishPost(target.id, "https://me.example/caching/");
  await chooseOfSection(page, 0, "Link my own posts");
  await press(page, "Look for fitting posts");
  await page.getByRole("checkbox", { name: target.document.title }).press("Space");
  await page.getByText("https://me.example/caching/").waitFor();
  await expectAccessible(page, "links");
  await press(page, "Show what would change");
  await page.locator("ins").first().waitFor();
  await expectAccessible(page, "linked");
  expect((await editor.readPost(post.id)).document).toEqual(post.document);
  await press(page, "Accept");
  await waitUntil("the new source", async () => {
    const { sources } = (await editor.readPost(post.id)).document;
    return sources.at(-1)?.url === "https://me.example/caching/";
  });
  await saved(page);
  await page.getByRole("button", { name: "Done" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: post.document.title }).waitFor();
  await page.getByRole("link", { name: target.document.title }).first().waitFor();
  await context.close();
});

test("selected words bring a bar that formats them or opens the rewrite with them", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  const bar = page.getByRole("toolbar", { name: "Selected words" });
  await textOf(page, 0).focus();
  expect(await bar.count()).toBe(0);
  await page.keyboard.press("Control+a");
  await bar.waitFor();
  await expectAccessible(page, "selection");
  await page.keyboard.press("Control+Home");
  await bar.waitFor({ state: "detached" });
  await page.keyboard.press("Shift+Control+ArrowRight");
  const word = await page.evaluate(() => getSelection()?.toString().trim());
  await bar.getByRole("button", { name: "Bold" }).click();
  expect(await textOf(page, 0).locator("strong").first().textContent()).toContain(word);
  await bar.getByRole("button", { name: "Rewrite this…" }).click();
  const wish = page.getByRole("textbox", { name: "What should change?" });
  expect(await wish.inputValue()).toBe(`Change only this: “${word}”. `);
  await context.close();
});
