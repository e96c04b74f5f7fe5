import type { Locator, Page } from "playwright";
import { expect, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { waitUntil } from "../world/wait-until";
import { collectComplaints } from "./open-browser";
import { goToEnd, saved, setUpEditor, textOf } from "./open-editor";

const editor = setUpEditor();
/** More stops of the Tab key than a page has. */
const MOST_STOPS = 250;

/** How somebody uses a page: every step of the walk is done by this alone. */
type Hand = { to: (part: Locator) => Promise<void>; act: (part: Locator) => Promise<void> };

/** Nothing but keys: whatever is used was reached by Tab, in a menu by arrows, and is pressed where the focus is. */
function openKeyboard(page: Page): Hand {
  const to = async (part: Locator) => {
    await part.waitFor({ state: "attached" });
    const isOfMenu = await part.evaluate((element) => element.matches("[role=menuitem]"));
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await part.evaluate((element) => element.contains(document.activeElement))) return;
      await page.keyboard.press(isOfMenu ? "ArrowDown" : "Tab");
    }
    expect.unreachable(`${part} is not reached`);
  };
  const act = async (part: Locator) => {
    await to(part);
    const isRadio = await part.evaluate((element) =>
      element.matches("[type=radio], [type=checkbox]"),
    );
    await page.keyboard.press(isRadio ? "Space" : "Enter");
  };
  return { to, act };
}

/** A finger on a phone. */
const openTouch = (): Hand => ({ to: (part) => part.tap(), act: (part) => part.tap() });

const WALKS = [
  {
    name: "by keyboard alone",
    options: { viewport: { width: 1280, height: 900 } },
    open: openKeyboard,
    /** One radio of a group has a stop of its own; the arrows lead to the others. */
    choosePhase: async (page: Page, hand: Hand) => {
      await hand.to(page.getByRole("dialog").getByRole("radio", { checked: true }));
      await page.keyboard.press("ArrowUp");
    },
    choosePolished: async (page: Page, hand: Hand) => {
      await hand.to(page.getByRole("radiogroup", { name: "Finish" }).getByRole("radio").first());
      await page.keyboard.press("ArrowRight");
    },
  },
  {
    name: "on a phone",
    options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    open: openTouch,
    choosePhase: async (page: Page) => page.getByRole("dialog").getByRole("radio").first().tap(),
    choosePolished: async (page: Page) => page.getByText("Polished", { exact: true }).tap(),
  },
];

const idOf = (page: Page) => new URL(page.url()).pathname.slice("/posts/".length);

async function finish(page: Page, not = ""): Promise<Post> {
  await page.waitForURL(
    (url) => /\/posts\/[0-9a-f-]{36}$/.test(url.pathname) && !url.href.includes(not || "!"),
  );
  const post = await waitUntil("the end of the run", async () => {
    const now = await editor.readPost(idOf(page));
    return now.finishedAt !== null && now;
  });
  await page.getByRole("button", { name: "Edit", exact: true }).waitFor();
  return post;
}

test.each(WALKS)(
  "$name a post is planned, polished, edited, measured, taken along, begun anew from a phase and deleted",
  async ({ options, open, choosePhase, choosePolished }) => {
    const context = await editor.openContext(options);
    const page = await editor.openNew(context);
    const complaints = collectComplaints(page);
    const hand = open(page);
    const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });

    await hand.to(page.getByLabel("What should the post be about?"));
    await page.keyboard.type("Caching in Next.js");
    await choosePolished(page, hand);
    await hand.act(page.getByLabel("Let me approve the outline first"));
    const asked = page.waitForRequest((request) => request.url().endsWith("/api/blog/generate"));
    await hand.act(button("Generate"));
    expect((await asked).postDataJSON()).toMatchObject({ finish: "polished" });
    await hand.act(button("Approve and write"));
    const written = await finish(page);
    expect(written.status).toBe("ready");

    await hand.act(button("Edit"));
    await textOf(page, 0).waitFor();
    await hand.to(textOf(page, 0));
    await goToEnd(page);
    await page.keyboard.type(" A closing word of my own.");
    await saved(page);
    await hand.act(button("Done"));
    await page.getByText("A closing word of my own.").first().waitFor();

    await hand.act(button("Export"));
    const download = page.waitForEvent("download");
    await hand.act(page.getByRole("menuitem", { name: /^Markdown to read/ }));
    expect((await download).suggestedFilename()).toMatch(/\.md$/);

    await hand.act(page.getByRole("button", { name: /^Actions for/ }));
    await hand.act(page.getByRole("menuitem", { name: "Go back to a phase…" }));
    const dialog = page.getByRole("dialog", { name: "Go back to a phase" });
    await choosePhase(page, hand);
    await hand.act(dialog.getByRole("button", { name: /^Go on from/ }));
    await page.waitForURL((url) => !url.href.includes(written.id));
    const approve = button("Approve and write");
    const next = await waitUntil("what the copy came to", async () => {
      const post = await editor.readPost(idOf(page));
      return (post.finishedAt !== null || post.status === "waiting") && post;
    });
    if (next.status === "waiting") await hand.act(approve);
    const copy = await finish(page, written.id);
    expect(copy.status).toBe("ready");
    expect(copy.id).not.toBe(written.id);

    await hand.act(page.getByRole("button", { name: /^Actions for/ }));
    await hand.act(page.getByRole("menuitem", { name: "Delete" }));
    await page.waitForURL(/\/posts$/);
    await hand.act(button("Undo").first());
    await page.waitForURL((url) => url.pathname === `/posts/${copy.id}`);
    await button("Edit").waitFor();
    expect((await editor.readPost(copy.id)).status).toBe("ready");
    expect(complaints).toEqual([]);
    await context.close();
  },
);
