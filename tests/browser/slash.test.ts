import type { Page } from "playwright";
import { expect, test } from "vitest";
import { inFull } from "../world/in-full";
import { waitUntil } from "../world/wait-until";
import { collectComplaints } from "./open-browser";
import { expectAccessible, goToEnd, saved, setUpEditor, textOf } from "./open-editor";

const editor = setUpEditor();
const commands = (page: Page) => page.getByRole("listbox", { name: "Commands" });
const wish = (page: Page) => page.getByLabel("What should be written here?");

/** A new paragraph at the end of the first section, with a slash in it. */
async function typeSlash(page: Page): Promise<void> {
  await goToEnd(page);
  await page.keyboard.press("Enter");
  await page.keyboard.type("/");
  await commands(page).waitFor();
}

/** How far beneath the line of the cursor the commands begin, in pixels, whichever way it is. */
function gapBelowCursor(page: Page): Promise<number> {
  return commands(page).evaluate((list) => {
    const cursor = getSelection()?.getRangeAt(0).getBoundingClientRect();
    return Math.abs(list.getBoundingClientRect().top - (cursor?.bottom ?? 0));
  });
}

test("a slash offers blocks and writing; a wish is written at the cursor, taken, and undone in one step", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  const complaints = collectComplaints(page);
  const readFirst = async () =>
    (await editor.readPost(post.id)).document.sections[0]?.markdown ?? "";
  const before = await readFirst();

  await typeSlash(page);
  const text = textOf(page, 0);
  const markedName = async () => {
    const id = await text.getAttribute("aria-activedescendant");
    return page.locator(`[id="${id}"]`).textContent();
  };
  expect(await markedName()).toMatch(/^Write what I ask for….*on your Gemini key$/);
  await page.getByText(/^Write what I ask for…, about .+, 1 of 7\. Enter chooses it/).waitFor();
  await expectAccessible(page, "slash");
  await page.keyboard.press("ArrowUp");
  expect(await markedName()).toBe("Code");
  await page.keyboard.type("quo");
  expect(await commands(page).getByRole("option").allTextContents()).toEqual(["Quotation"]);
  await page.keyboard.press("Escape");
  await commands(page).waitFor({ state: "detached" });
  for (const _ of "/quo") await page.keyboard.press("Backspace");

  await page.keyboard.type("/");
  await page.keyboard.press("Enter");
  await wish(page).waitFor();
  expect(await wish(page).evaluate((field) => field === document.activeElement)).toBe(true);
  await page
    .getByText(/about \$0\.001 on your Gemini key/)
    .first()
    .waitFor();
  await expectAccessible(page, "prompt");
  await page.keyboard.press("Escape");
  await wish(page).waitFor({ state: "detached" });
  expect(await text.evaluate((own) => own === document.activeElement)).toBe(true);

  await page.keyboard.type("/how");
  await page
    .getByText(/^No command has this name\. Go on/)
    .last()
    .waitFor();
  await page.keyboard.type(" long the cache keeps a page");
  expect(await markedName()).toMatch(/^Write at the cursor: how long the cache keeps a page.*key$/);
  await expectAccessible(page, "slash-wish");
  await page.keyboard.press("Enter");
  expect(await wish(page).inputValue()).toBe("how long the cache keeps a page");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Take it" }).waitFor();
  await page.keyboard.press("Tab");
  await waitUntil("the saved words", async () =>
    /\n\n.+\[\^S\d+\.p\d+\]\S*$/.test((await readFirst()).replace(before, "")),
  );
  await saved(page);
  expect(await readFirst()).not.toMatch(/\/how|\/$/);
  await text.focus();
  await page.keyboard.press("Control+z");
  await waitUntil("the text without it", async () => (await readFirst()).trim() === before.trim());
  expect(complaints).toEqual([]);
  await context.close();
});

inFull("a touch on a phone chooses a block, within the width of the page", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  await page.setViewportSize({ width: 390, height: 844 });
  await typeSlash(page);
  const box = await commands(page).boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  await expectAccessible(page, "slash-phone");
  await expect.poll(() => gapBelowCursor(page)).toBeLessThan(20);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => gapBelowCursor(page)).toBeLessThan(20);
  await page.getByRole("option", { name: "Numbered list" }).click();
  await page.keyboard.type("One");
  await waitUntil("the saved list", async () =>
    /\n\n1\. One$/.test((await editor.readPost(post.id)).document.sections[0]?.markdown ?? ""),
  );
  await context.close();
});
