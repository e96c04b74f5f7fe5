import type { Page } from "playwright";
import { expect, test } from "vitest";
import { waitUntil } from "../world/wait-until";
import { chooseOfSection, expectAccessible, saved, setUpEditor, textOf } from "./open-editor";

const editor = setUpEditor();
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");

test("by keyboard alone the sources of a section are chosen, kept as a version, and taken back", async () => {
  const post = await editor.writePost();
  const [first] = post.document.sections;
  const sourcesOf = async () => (await editor.readPost(post.id)).document.sections[0]?.sourceIds;
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  await chooseOfSection(page, 0, "Choose its sources…");
  const choice = page.getByRole("region", { name: `Sources of: ${first?.heading}` });
  await choice.waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("type")))
    .toBe("checkbox");
  expect(await choice.getByRole("checkbox").count()).toBe(post.document.sources.length);
  const use = choice.getByRole("button", { name: "Use these sources" });
  expect(await use.isDisabled()).toBe(true);
  const cited = choice.getByRole("checkbox", { checked: true, description: /Cited here/ }).first();
  await cited.press("Space");
  await choice
    .getByText(/stays? until the text is rewritten/)
    .first()
    .waitFor();
  await choice.getByRole("checkbox", { checked: false }).last().press("Space");
  await expectAccessible(page, "sources");
  await use.press("Enter");
  await saved(page);
  await waitUntil("the choice", async () => `${await sourcesOf()}` !== `${first?.sourceIds}`);
  expect(await focused(page)).toMatch(/^Change “/);
  const now = await editor.readPost(post.id);
  expect(now.document.citations).toEqual(post.document.citations);
  expect(now.document.sections[0]?.markdown).toBe(first?.markdown);
  expect((await editor.readVersions(post.id)).map(({ reason }) => reason)).toEqual([
    "sources",
    "run",
  ]);
  await page.getByRole("button", { name: "Undo", exact: true }).last().press("Enter");
  await page.keyboard.press("Control+s");
  await expect.poll(sourcesOf).toEqual(first?.sourceIds);
  await page.getByRole("button", { name: "Versions" }).press("Enter");
  await page.getByText("Sources of a section chosen").first().waitFor();
  await context.close();
});

test("below a section stands what was chosen last: its sources, or the tool for words of its text", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  await chooseOfSection(page, 0, "Choose its sources…");
  const choice = page.getByRole("region", { name: /^Sources of: / });
  await choice.waitFor();
  await textOf(page, 0).focus();
  await page.keyboard.press("Control+a");
  const bar = page.getByRole("toolbar", { name: "Selected words" });
  await bar.getByRole("button", { name: "Rewrite this…" }).click();
  await page.getByRole("textbox", { name: "What should change?" }).waitFor();
  expect(await choice.count()).toBe(0);
  await context.close();
});

test("the coverage of a post says who cites what, and opens by keyboard", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openPost(context, post.id);
  const part = page.locator("details", { has: page.getByRole("heading", { name: "Coverage" }) });
  await part.getByText(/of \d+ sources, \d+ of \d+ sentences/).waitFor();
  expect(await part.evaluate((element: HTMLDetailsElement) => element.open)).toBe(false);
  await part.locator("summary").press("Enter");
  await part
    .getByText(/\d+ of \d+ sentences cite/)
    .first()
    .waitFor();
  await part.getByText("Cited nowhere").waitFor();
  for (const { id, heading } of post.document.sections)
    expect(await part.getByRole("link", { name: heading }).first().getAttribute("href")).toBe(
      `#${id}`,
    );
  await expectAccessible(page, "page");
  await context.close();
});
