import type { Page } from "playwright";
import { expect, test } from "vitest";
import { GOOGLE_DOCS } from "../world/editor/clipboards";
import { inFull } from "../world/in-full";
import { waitUntil } from "../world/wait-until";
import { collectComplaints } from "./open-browser";
import { expectAccessible, goToEnd, saved, setUpEditor, textOf } from "./open-editor";
import { reload } from "./visit";

const editor = setUpEditor();

test("words are saved as they are typed, survive a reload, and read as they were written", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  const complaints = collectComplaints(page);
  const first = post.document.sections[0]?.markdown ?? "";
  await expectAccessible(page, "page");

  await textOf(page, 0).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("A very own beginning with ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("bold");
  await page.keyboard.press("Control+b");
  await page.keyboard.type(" words. ");
  await saved(page);
  const stored = await editor.readPost(post.id);
  expect(stored.document.sections[0]?.markdown).toBe(
    `A very own beginning with **bold** words. ${first}`,
  );
  expect(stored.document.sections.slice(1)).toEqual(post.document.sections.slice(1));

  await page.getByRole("textbox", { name: "Title" }).fill("A title of one's own");
  await page.getByRole("textbox", { name: "Heading 1" }).fill("Renamed");
  await page.keyboard.press("Control+s");
  await saved(page);
  await reload(page);
  await textOf(page, 0).waitFor();
  expect(await page.getByRole("textbox", { name: "Title" }).inputValue()).toBe(
    "A title of one's own",
  );
  await page.getByRole("link", { name: "Renamed" }).waitFor();
  await page.getByText(/\d+ words, \d+ min to read/).waitFor();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("heading", { level: 1, name: "A title of one's own" }).waitFor();
  await page.getByText("A very own beginning with").waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

/** Selects the first word of the section that has the focus. */
async function selectWord(page: Page, word: string): Promise<void> {
  await page.keyboard.press("Control+Home");
  for (const _ of word) await page.keyboard.press("Shift+ArrowRight");
}

inFull(
  "a link is set, changed and removed by keyboard and mouse, and pasted; what was copied in Google Docs is the text that it was",
  async () => {
    const post = await editor.writePost();
    const context = await editor.openContext({
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await editor.openEditor(context, post.id);
    const first = async () => (await editor.readPost(post.id)).document.sections[0]?.markdown ?? "";
    const ask = page.getByLabel("Address of the page");

    await textOf(page, 0).click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("Guide ");
    await selectWord(page, "Guide");
    await page.keyboard.press("Control+k");
    await ask.fill("javascript:alert(1)");
    await page.keyboard.press("Enter");
    await page.getByText("Enter the address of a web page").waitFor();
    await expectAccessible(page, "link");
    await ask.fill("example.org/guide");
    await page.keyboard.press("Enter");
    await waitUntil("the link", async () =>
      (await first()).startsWith("[Guide](https://example.org/guide) "),
    );
    await page.getByRole("button", { name: "Link", exact: true }).click();
    expect(await ask.inputValue()).toBe("https://example.org/guide");
    await ask.fill("https://example.org/other");
    await page.getByRole("dialog").getByRole("button", { name: "Link", exact: true }).click();
    await waitUntil("the other address", async () =>
      (await first()).startsWith("[Guide](https://example.org/other) "),
    );
    await saved(page);
    await page.getByRole("button", { name: "Done" }).click();
    const shown = page.getByRole("article").getByRole("link", { name: "Guide" });
    expect(await shown.getAttribute("href")).toBe("https://example.org/other");

    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await textOf(page, 0).click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Control+k");
    await page.getByRole("button", { name: "Remove link" }).press("Enter");
    await waitUntil("the words alone", async () => (await first()).startsWith("Guide "));
    await selectWord(page, "Guide");
    await page.evaluate(() => navigator.clipboard.writeText("https://example.org/pasted"));
    await page.keyboard.press("Control+v");
    await waitUntil("the pasted address", async () =>
      (await first()).startsWith("[Guide](https://example.org/pasted) "),
    );

    await page.evaluate(async (html) => {
      const item = { "text/html": new Blob([html], { type: "text/html" }) };
      await navigator.clipboard.write([new ClipboardItem(item)]);
    }, GOOGLE_DOCS);
    await textOf(page, 0).click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Control+v");
    await page.getByText("A section has no form for a picture").waitFor();
    await saved(page);
    const pasted = await first();
    expect(pasted).toContain(
      "Plain, **bold**, *soft*, ~~gone~~ and [a link](https://example.org/a)",
    );
    expect(pasted).toContain("- one\n  - inner\n- two");
    expect(pasted).toContain("| a | b |\n| - | - |\n| 1 | 2 |");
    await context.close();
  },
);

inFull(
  "a citation shows its quote, can be removed by keyboard, and keeps its passage when it is pasted",
  async () => {
    const post = await editor.writePost();
    const context = await editor.openContext();
    const page = await editor.openEditor(context, post.id);
    const mark = textOf(page, 0)
      .getByRole("button", { name: /^Source 1:/ })
      .first();
    await mark.click();
    const quote = post.document.citations[0]?.quote ?? "";
    await page.getByRole("dialog").getByText(quote.slice(0, 30)).waitFor();
    await expectAccessible(page, "citation");
    await page.keyboard.press("Escape");

    const count = async () =>
      ((await editor.readPost(post.id)).document.sections[1]?.markdown ?? "").match(/\[\^/g)
        ?.length ?? 0;
    const before = await count();
    await textOf(page, 0).click();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    await goToEnd(page, 1);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+v");
    await waitUntil("the pasted marks", async () => (await count()) > before);
    const pasted = await editor.readPost(post.id);
    const passage = post.document.citations[0]?.passageId;
    expect(
      pasted.document.citations.some(
        (one) => one.sectionId === "sec-2" && one.passageId === passage,
      ),
    ).toBe(true);

    const own = async () => (await editor.readPost(post.id)).document.sections[0]?.markdown ?? "";
    const marks = (await own()).match(/\[\^/g)?.length ?? 0;
    await mark.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Remove this citation" }).press("Enter");
    await waitUntil(
      "one mark less",
      async () => ((await own()).match(/\[\^/g)?.length ?? 0) === marks - 1,
    );
    await context.close();
  },
);

test("words typed without a connection are kept, offered after a reload, and saved", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  await context.setOffline(true);
  await textOf(page, 0).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("Written on a train. ");
  await page.getByText(/^Not saved: this site could not be reached/).waitFor();
  expect((await editor.readPost(post.id)).document).toEqual(post.document);
  // A page that is closed sends its words once more, past the network that is shut off for it alone.
  await page.goto("chrome://crash").catch(() => {});
  await page.close();
  await context.setOffline(false);
  const later = await editor.openEditor(context, post.id);
  const offer = later.getByRole("dialog", { name: "There are words that were never saved" });
  await offer.locator("ins", { hasText: "train" }).waitFor();
  await offer.getByRole("button", { name: "Bring them back" }).click();
  await saved(later);
  expect((await editor.readPost(post.id)).document.sections[0]?.markdown).toContain(
    "Written on a train.",
  );
  expect(
    await later.evaluate(() => Object.keys(localStorage).filter((name) => name.includes("draft"))),
  ).toEqual([]);
  await context.close();
});
