import { expect, test } from "vitest";
import { waitUntil } from "../world/wait-until";
import { expectAccessible, setUpEditor } from "./open-editor";
import { reload } from "./visit";

const editor = setUpEditor();

test("by keyboard alone an outline is bettered, given lengths, and written like that", async () => {
  const post = await editor.planPost();
  const context = await editor.openContext();
  const page = await editor.openPost(context, post.id);
  const headings = () =>
    page
      .getByRole("textbox", { name: /^Heading \d/ })
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  const before = await headings();
  expect(before).toEqual(post.document.sections.map(({ heading }) => heading));

  const improve = page.getByRole("button", { name: "Improve the outline…" });
  await improve.press("Enter");
  const panel = page.getByRole("region", { name: "Improve the outline" });
  const field = panel.getByRole("textbox", { name: "What should be better?" });
  expect(await panel.getByRole("button", { name: "Propose an outline" }).isDisabled()).toBe(true);
  await field.pressSequentially("Begin with what beginners ask");
  await panel.getByRole("button", { name: "Propose an outline" }).press("Enter");
  await panel.getByRole("heading", { name: "The outline as proposed" }).waitFor();
  for (const tag of ["New", "Renamed", "Moved", "Removed"])
    await panel.getByText(tag, { exact: true }).first().waitFor();
  expect(await headings()).toEqual(before);
  await expectAccessible(page, "improve");
  await panel.getByRole("button", { name: "Use this outline" }).press("Enter");
  const after = await headings();
  expect(after).not.toEqual(before);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe("Improve the outline…");
  await page.getByRole("button", { name: "Undo the last change" }).press("Enter");
  expect(await headings()).toEqual(before);
  await improve.press("Enter");
  await panel.getByRole("button", { name: "Close", exact: true }).press("Enter");

  const total = page.getByText(/^The sections add up to/);
  expect(await total.textContent()).toMatch(/you asked for 900/);
  const words = page.getByRole("textbox", { name: /^Words for/ });
  await words.first().fill("2000");
  await page.getByText(/but you asked for 900/).waitFor();
  await words.first().fill("20");
  await page.getByText("Give section 1 between 50 and 3000 words").waitFor();
  await page.getByRole("button", { name: "Share evenly" }).press("Enter");
  await words.first().fill("300");
  await expectAccessible(page, "words");
  await reload(page);
  await expect.poll(() => words.first().inputValue()).toBe("300");
  await page.getByRole("button", { name: "Approve and write" }).press("Enter");
  const ended = await waitUntil("the end", async () => {
    const now = await editor.readPost(post.id);
    return now.finishedAt !== null && now;
  });
  expect(ended.status).toBe("ready");
  expect(ended.document.sections.map(({ words: length }) => length)).toEqual([
    300,
    ...before.slice(1).map(() => undefined),
  ]);
  await context.close();
});
