import type { Page } from "playwright";
import { expect, test } from "vitest";
import { inFull } from "../world/in-full";
import { reportFigure } from "../world/report-figure";
import { waitUntil } from "../world/wait-until";
import { expectAccessible, goToEnd, saved, setUpEditor, textOf } from "./open-editor";

const editor = setUpEditor();
const menuOf = (page: Page, index: number) =>
  page.getByRole("button", { name: /^Change “/ }).nth(index);
const isFocused = (page: Page, label: string) =>
  page.evaluate((name) => {
    const panel = document.querySelector(`section[aria-label^="${name}"]`);
    const inside = panel?.contains(document.activeElement);
    const top = document.activeElement?.getBoundingClientRect().top ?? -1;
    return inside === true && top >= 0 && top < window.innerHeight;
  }, label);
const numbersIn = (texts: string[]) => texts.flatMap((text) => text.match(/\d+/g) ?? []);
/** How far beneath the bar of tools stands what is scrolled to, such as the heading of a section, in pixels. */
const roomBelowBar = (page: Page) =>
  page.getByRole("toolbar", { name: "Format the text" }).evaluate((tools) => {
    const kept = getComputedStyle(document.documentElement).scrollPaddingTop;
    return Number.parseFloat(kept) - (tools.parentElement?.offsetHeight ?? 0);
  });
const marksOf = (page: Page, index: number) =>
  textOf(page, index)
    .getByRole("button", { name: /^Source \d/ })
    .allTextContents();

inFull("a tool opens in view and focused, and gives the focus back to its menu", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  const last = post.document.sections.length - 1;
  for (const [item, label] of [
    ["Expand…", "Expand it"],
    ["Check the facts", "Check it"],
    ["Choose its sources…", "Sources of"],
  ] as const) {
    await menuOf(page, last).click();
    await page.getByRole("menuitem", { name: item }).click();
    const chosen = Date.now();
    await waitUntil(`the focus in ${label}`, () => isFocused(page, label));
    reportFigure(`editor: “${item}” in view and focused`, `${Date.now() - chosen} ms`);
    await page.getByRole("button", { name: /^(Close|Cancel)$/ }).press("Enter");
    expect(await menuOf(page, last).evaluate((menu) => menu === document.activeElement)).toBe(true);
  }
  await context.close();
});

test("sources stay beside the text, are cited by hand, and numbered alike in editor, proposal and page", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  const sources = page.getByRole("complementary", { name: "Sources" });
  const [source] = post.document.sources;
  if (!source) throw new Error("The post has sources.");
  await sources.getByText(source.title).first().waitFor();
  await sources.locator("summary").first().click();
  const cite = sources.getByRole("button", { name: "Cite this" }).last();
  expect(await cite.isDisabled()).toBe(true);
  const before = (await marksOf(page, 0)).length;
  await goToEnd(page);
  await cite.press("Enter");
  await waitUntil("the mark", async () => (await marksOf(page, 0)).length === before + 1);
  await expectAccessible(page, "sources");
  await saved(page);
  const written = (await editor.readPost(post.id)).document.sections[0]?.markdown ?? "";
  expect(written).toMatch(new RegExp(`\\[\\^${source.id}\\.p\\d+\\]\\s*$`));

  await menuOf(page, 0).press("Enter");
  await page.getByRole("menuitem", { name: "Shorten…" }).press("Enter");
  await page.getByRole("button", { name: "Shorten it" }).press("Enter");
  const diff = page.getByRole("region", { name: "What would change" });
  await diff.waitFor();
  const kept = numbersIn(await diff.locator("sup:not(ins *)").allTextContents());
  expect(kept.length).toBeGreaterThan(0);
  expect(await marksOf(page, 0)).toEqual(expect.arrayContaining(kept));
  await diff.getByText(/^Struck through goes, underlined comes\./).waitFor();
  await page.getByRole("button", { name: "Accept" }).press("Enter");
  await saved(page);
  expect(await roomBelowBar(page)).toBeGreaterThan(0);

  const numbers = await page.getByRole("button", { name: /^Source \d/ }).allTextContents();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("heading", { level: 1, name: post.document.title, exact: true }).waitFor();
  const onPage = await page
    .getByRole("article")
    .getByRole("button", { name: /^Source \d/ })
    .allTextContents();
  expect(onPage.map(Number).sort((a, b) => a - b)).toEqual(
    numbers.map(Number).sort((a, b) => a - b),
  );
  await context.close();
});
