import type { Page } from "playwright";
import { expect, test } from "vitest";
import { inFull } from "../world/in-full";
import { waitUntil } from "../world/wait-until";
import { expectAccessible, goToEnd, saved, setUpEditor, textOf } from "./open-editor";
import { reload } from "./visit";

const editor = setUpEditor();
const openMenu = async (page: Page, index: number, item: string) => {
  await page
    .getByRole("button", { name: /^Change “/ })
    .nth(index)
    .click();
  await page.getByRole("menuitem", { name: item }).click();
};

test("a tool proposes with a diff; nothing changes before it is accepted, and it can be taken back", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const page = await editor.openEditor(context, post.id);
  await openMenu(page, 0, "Shorten");
  await page
    .getByText(/About \$0\.01 on your Gemini key/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Shorten it" }).click();
  await page.getByRole("button", { name: "Accept" }).waitFor();
  expect(await page.locator("del").count()).toBeGreaterThan(0);
  expect((await editor.readPost(post.id)).document.sections).toEqual(post.document.sections);
  await expectAccessible(page, "proposal");
  await page.getByRole("button", { name: "Discard" }).click();
  expect((await editor.readPost(post.id)).document.sections).toEqual(post.document.sections);

  await openMenu(page, 0, "Change the tone");
  await page.getByLabel("Audience").fill("Sailors");
  const sent = page.waitForRequest((request) => request.url().endsWith("/revise"));
  await page.getByRole("button", { name: "Change the tone", exact: true }).click();
  expect((await sent).postDataJSON()).toMatchObject({ action: "tone", audience: "Sailors" });
  await page.getByRole("button", { name: "Accept" }).waitFor();
  await page.getByRole("button", { name: "Discard" }).click();

  await openMenu(page, 0, "Expand");
  await page.getByRole("button", { name: "Expand it" }).click();
  await page.getByRole("button", { name: "Accept" }).click();
  const longer = post.document.sections[0]?.markdown.length ?? 0;
  await waitUntil("the longer text", async () => {
    const { document } = await editor.readPost(post.id);
    return (document.sections[0]?.markdown.length ?? 0) > longer;
  });
  await saved(page);
  await openMenu(page, 1, "Check the facts");
  await page.getByRole("button", { name: "Check it" }).click();
  await page.getByText(/cited sentences are what their sources say/).waitFor();
  await page.getByRole("button", { name: "Close", exact: true }).click();

  await page.getByRole("button", { name: "Propose five titles" }).click();
  const titles = page.getByRole("group", { name: "Proposed titles" }).getByRole("button");
  await titles.first().waitFor();
  expect(await titles.count()).toBe(6);
  const chosen = (await titles.first().textContent()) ?? "";
  await titles.first().click();
  expect(await page.getByRole("textbox", { name: "Title" }).inputValue()).toBe(chosen);
  await saved(page);

  await page.getByRole("button", { name: "Versions" }).click();
  await page.getByText("Written by the run").waitFor();
  await page.getByRole("button", { name: "Compare version 1 with now" }).click();
  const compared = page.locator("section[aria-label^='What restoring']");
  await compared
    .getByText(/^Struck through is in the post now, underlined is in version 1\./)
    .waitFor();
  expect(await compared.textContent()).not.toMatch(/\[\^?S\d|\[\d|`|\*\*/);
  await expectAccessible(page, "versions");
  await page.getByRole("button", { name: "Restore version 1" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  const { sections, title } = (await editor.readPost(post.id)).document;
  expect([title, sections]).toEqual([post.document.title, post.document.sections]);
  expect(await page.getByRole("textbox", { name: "Title" }).inputValue()).toBe(title);
  await context.close();
});

inFull(
  "the outline is changed by keyboard alone: moved, added, merged, deleted and undone",
  async () => {
    const post = await editor.writePost();
    const context = await editor.openContext();
    const page = await editor.openEditor(context, post.id);
    const headings = async () =>
      (await editor.readPost(post.id)).document.sections.map(({ id }) => id);
    const [one, two, three, ...rest] = await headings();
    const choose = async (index: number, item: string) => {
      await page
        .getByRole("button", { name: /^Change “/ })
        .nth(index)
        .press("Enter");
      await page.getByRole("menuitem", { name: item }).press("Enter");
      await page.getByRole("menu").waitFor({ state: "detached" });
      await page.keyboard.press("Control+s");
      await saved(page);
    };
    await choose(0, "Move down");
    expect(await headings()).toEqual([two, one, three, ...rest]);
    await choose(1, "Merge with the next one");
    expect(await headings()).toEqual([two, one, ...rest]);
    await choose(0, "Delete");
    expect(await headings()).toEqual([one, ...rest]);
    await page.getByRole("button", { name: "Undo", exact: true }).last().press("Enter");
    await page.keyboard.press("Control+s");
    await expect.poll(headings).toEqual([two, one, ...rest]);
    await choose(0, "Add a section below");
    expect((await headings())[1]).toMatch(/^sec-[0-9a-f-]+$/);
    await textOf(page, 1).focus();
    await page.keyboard.type("Typed into the new one.");
    await waitUntil("the new words", async () =>
      (await editor.readPost(post.id)).document.sections[1]?.markdown.includes(
        "Typed into the new one.",
      ),
    );
    await page.getByRole("button", { name: "Bold" }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Italic",
    );
    await context.close();
  },
);

inFull("two tabs that write at once are told, see both texts, and lose neither", async () => {
  const post = await editor.writePost();
  const context = await editor.openContext();
  const [mine, theirs] = [
    await editor.openEditor(context, post.id),
    await editor.openEditor(context, post.id),
  ];
  const typeAtStart = async (page: Page, text: string) => {
    await textOf(page, 0).click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type(text);
  };
  await typeAtStart(theirs, "From the other tab. ");
  await saved(theirs);
  await typeAtStart(mine, "From this tab. ");
  const dialog = mine.getByRole("dialog", { name: "This post was changed elsewhere" });
  await dialog.waitFor();
  await dialog.locator("ins", { hasText: "this" }).waitFor();
  await dialog.locator("del", { hasText: "other" }).waitFor();
  await expectAccessible(mine, "conflict");
  expect((await editor.readPost(post.id)).document.sections[0]?.markdown).toContain(
    "From the other tab.",
  );
  await dialog.getByRole("button", { name: "Keep mine as the newest" }).click();
  await saved(mine);
  expect((await editor.readPost(post.id)).document.sections[0]?.markdown).toContain(
    "From this tab.",
  );
  const versions = await editor.readVersions(post.id);
  expect(versions.map(({ reason }) => reason)).toEqual(["conflict", "typing", "run"]);

  await typeAtStart(theirs, "Again from the other. ");
  const again = theirs.getByRole("dialog", { name: "This post was changed elsewhere" });
  await again.getByRole("button", { name: "Take theirs" }).click();
  await theirs.getByText("From this tab.").waitFor();
  await saved(theirs);
  expect((await editor.readPost(post.id)).document.sections[0]?.markdown).not.toContain("Again");
  await context.close();
});

test("a fix of the search panel is shown as a diff, kept as it was, and applied once it is taken", async () => {
  const post = await editor.changeSeo(await editor.writePost(), { description: "Short." });
  const context = await editor.openContext();
  const page = await editor.openPost(context, post.id);
  const show = page.getByRole("button", { name: "Show the change" }).first();
  await show.press("Enter");
  await page.locator("ins, del").first().waitFor();
  expect((await editor.readPost(post.id)).document).toEqual(post.document);
  await page.getByRole("button", { name: /^Keep the .* as (it is|they are)$/ }).press("Enter");
  await page.locator("ins, del").first().waitFor({ state: "detached" });
  expect((await editor.readPost(post.id)).document).toEqual(post.document);

  await show.press("Enter");
  const shown = (await page.locator("ins").first().textContent()) ?? "";
  await page.getByRole("button", { name: "Apply", exact: true }).press("Enter");
  await page.locator("ins, del").first().waitFor({ state: "detached" });
  const { document } = await editor.readPost(post.id);
  const added = shown.replace(/^added: /, "").trim();
  expect(JSON.stringify(document)).toContain(JSON.stringify(added).slice(1, -1));
  expect(document).not.toEqual(post.document);
  await context.close();
});

inFull(
  "a canonical address and a picture for sharing are checked and kept; a model's opinion costs nothing before its press",
  async () => {
    const post = await editor.writePost();
    const context = await editor.openContext();
    const page = await editor.openPost(context, post.id);
    const canonical = page.getByRole("textbox", { name: "Canonical address (optional)" });
    await canonical.fill("http://example.org/original");
    await page.getByText("Give a whole address that begins with https://.").waitFor();
    await expectAccessible(page, "listing");
    const save = page.getByRole("button", { name: "Save the listing" });
    await save.press("Enter");
    expect((await editor.readPost(post.id)).version).toBe(post.version);
    await canonical.fill("https://example.org/original");
    await page
      .getByRole("textbox", { name: "Picture of shared links (optional)" })
      .fill("https://example.org/heat.jpg");
    await page.getByRole("textbox", { name: "What the picture shows" }).fill("A pump in snow");
    await page.getByText("Your picture: A pump in snow").waitFor();
    await save.press("Enter");
    await waitUntil(
      "the listing to be saved",
      async () => (await editor.readPost(post.id)).version > post.version,
    );
    expect((await editor.readPost(post.id)).document.seo).toMatchObject({
      canonical: "https://example.org/original",
      picture: { url: "https://example.org/heat.jpg", alt: "A pump in snow" },
    });

    const paid = (await editor.readPost(post.id)).document.cost.totalUsd;
    for (const [action, title] of [
      ["Ask for its opinion", "What a model would change"],
      ["Find what does not flow", "Where the text does not flow"],
    ] as const) {
      const answer = page.getByRole("group", { name: title });
      expect(await answer.count()).toBe(0);
      await page.getByRole("button", { name: action }).press("Enter");
      await answer.getByText("The post has not changed since.").waitFor();
      expect(await answer.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await answer.getByRole("listitem").count()).toBeGreaterThan(0);
      expect(
        await answer
          .getByRole("link", { name: /^Go to/ })
          .first()
          .getAttribute("href"),
      ).toMatch(/^#/);
    }
    await expectAccessible(page, "analyses");
    expect((await editor.readPost(post.id)).document.cost.totalUsd).toBeGreaterThan(paid);
    await reload(page);
    await page.getByRole("group", { name: "What a model would change" }).waitFor();
    await context.close();
  },
);

inFull(
  "a sentence that nothing bears out is searched for anew, and what is found is shown before it is taken",
  async () => {
    const post = await editor.writePost();
    const context = await editor.openContext();
    const page = await editor.openEditor(context, post.id);
    await goToEnd(page);
    await page.keyboard.type(" It keeps a page for 999 seconds.");
    await openMenu(page, 0, "Check the facts");
    await page.getByRole("button", { name: "Check it" }).press("Enter");
    const search = page.getByRole("button", { name: /^Search for it….*999 seconds/ });
    await search.waitFor();
    await expectAccessible(page, "doubtful");
    await search.press("Enter");
    const wish = page.getByRole("textbox", { name: "Anything to keep in mind? (optional)" });
    await wish.waitFor();
    expect(await wish.inputValue()).toBe(
      "Bear out or correct this: “It keeps a page for 999 seconds.”",
    );
    const { version } = await editor.readPost(post.id);
    await page.getByRole("button", { name: "Search and propose" }).press("Enter");
    await page.getByRole("button", { name: "Accept", exact: true }).waitFor();
    await page.getByText(/^Proposed for \$0\.0\d+ on your Gemini and Exa keys/).waitFor();
    expect((await editor.readPost(post.id)).version).toBe(version);
    await context.close();
  },
);
