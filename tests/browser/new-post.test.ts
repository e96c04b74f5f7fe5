import type { Page } from "playwright";
import { expect, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { inFull } from "../world/in-full";
import { waitUntil } from "../world/wait-until";
import { collectComplaints } from "./open-browser";
import { expectAccessible, setUpEditor } from "./open-editor";
import { readValues } from "./read-values";
import { reload } from "./visit";

const editor = setUpEditor();
const topicOf = (page: Page) => page.getByLabel("What should the post be about?");
const headings = (page: Page) => page.getByRole("textbox", { name: /^Heading \d/ });
const lengths = (page: Page) => page.getByRole("textbox", { name: /^Words for/ });

async function finish(page: Page): Promise<Post> {
  await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/);
  const id = new URL(page.url()).pathname.slice("/posts/".length);
  return waitUntil("the end", async () => {
    const post = await editor.readPost(id);
    return post.finishedAt !== null && post;
  });
}

inFull(
  "by keyboard alone an outline with lengths is given, kept over a reload, and written like that",
  async () => {
    const context = await editor.openContext();
    const page = await editor.openNew(context);
    const complaints = collectComplaints(page);
    await topicOf(page).fill("Caching in Next.js");
    expect(await headings(page).count()).toBe(0);
    await page.getByText("Your own outline", { exact: true }).press("Enter");
    await page.getByRole("button", { name: "Add a heading" }).press("Enter");
    await page.keyboard.type("Why caching matters");
    await page.keyboard.press("Enter");
    await page.keyboard.type("How to turn it off");
    await lengths(page).first().fill("20");
    await topicOf(page).press("Control+Enter");
    await page.getByText(/^Give section 1 between 50 and 3000 words/).waitFor();
    await expectAccessible(page, "outline");
    await lengths(page).first().fill("150");
    await page.getByRole("button", { name: "Move “How to turn it off” up" }).press("Enter");
    await page.getByText(/^About 1,200 words in all\.$/).waitFor();
    await lengths(page).first().fill("200");
    await page.getByText(/though the length of the post is set to 1,200/).waitFor();

    await reload(page);
    await page.getByText("What you had typed here is back.").waitFor();
    expect(await topicOf(page).inputValue()).toBe("Caching in Next.js");
    expect(await readValues(headings(page))).toEqual(["How to turn it off", "Why caching matters"]);
    await topicOf(page).press("Control+Enter");
    const { status, document } = await finish(page);
    expect(status).toBe("ready");
    expect(document.sections.map(({ heading, words }) => [heading, words])).toEqual([
      ["How to turn it off", 200],
      ["Why caching matters", 150],
    ]);
    const next = await editor.openNew(context);
    expect(await topicOf(next).inputValue()).toBe("");
    expect(complaints).toEqual([]);
    await context.close();
  },
);

test("a topic is looked at first, and what is chosen of it goes out with the request", async () => {
  await editor.savePreferences({ depth: "auto" });
  const context = await editor.openContext();
  const page = await editor.openNew(context);
  await page.getByText(/^Basic for this post, 3 searches/).waitFor();
  await page.getByLabel("Length in words").fill("300");
  await topicOf(page).fill("Caching in Next.js");
  await page.getByText("Look at the topic first").click();
  await page.getByText("About $0.01 on your Gemini and Exa keys").first().waitFor();
  await page.getByRole("button", { name: "Search and propose" }).click();
  await page.getByText(/^\d+ pages are written about it; most say: .+ \d+ keywords, /).waitFor();
  await page.getByText(/^Written already \(\d+\)$/).click();
  await page.getByRole("region", { name: "Written already" }).getByRole("link").first().waitFor();
  await page.getByText(/^What these pages say already \(\d+\)$/).click();
  const covered = page.getByRole("region", { name: "What these pages say already" });
  await covered.getByRole("listitem").nth(2).waitFor();
  await page.getByText(/^Angles \(\d+\)$/).click();
  const angle = page.getByRole("radio", { name: /wrong choice/ });
  await angle.check();
  await page.getByText(/^Keywords \(\d+\)$/).click();
  const keyword = page.getByRole("group", { name: "Keywords" }).getByRole("checkbox").first();
  await keyword.check();
  await page.getByText(/^Questions of readers \(\d+\)$/).click();
  const question = page.getByRole("button", { name: /^Add as a heading.*What does/ });
  await question.click();
  await page.getByRole("button", { name: /^In the outline.*What does/ }).waitFor();
  const chosen = page.getByRole("list", { name: "Chosen of the proposals" });
  await page.getByText("Look at the topic first").click();
  expect(await chosen.getByRole("listitem").count()).toBe(3);
  await page.getByText("Look at the topic first").click();
  await expectAccessible(page, "study");
  await page.getByText("More options", { exact: true }).click();
  await page.getByLabel("Pages to draw on").fill("our survey");
  await page.getByLabel("Written by").selectOption("gemini-3.1-pro-preview");
  await page.getByLabel("Kind of pages").selectOption("news");
  await page.getByText(/^Targeted for this post, 4 searches/).waitFor();
  await page.getByRole("button", { name: "Generate", exact: true }).click();
  await page.getByText("is no address of a page").waitFor();
  await page.getByLabel("Pages to draw on").fill("nextjs.org/docs/app/getting-started/caching");
  const sent = page.waitForRequest((request) => request.url().endsWith("/api/blog/generate"));
  await page.getByRole("button", { name: "Generate", exact: true }).click();
  const body = (await sent).postDataJSON();
  expect(body).toMatchObject({
    angle: expect.stringContaining("wrong choice"),
    keywords: [expect.any(String)],
    outline: [{ heading: expect.stringMatching(/^What does/) }],
    sources: [{ url: "https://nextjs.org/docs/app/getting-started/caching" }],
    model: "gemini-3.1-pro-preview",
    research: "targeted",
  });
  const first = await finish(page);
  const { status, document } = first;
  expect(status).toBe("ready");
  expect(document.queries).toHaveLength(4);
  const panel = page.getByRole("complementary", { name: "Research" });
  await expect
    .poll(() => panel.getByRole("listitem").allTextContents())
    .toEqual(expect.arrayContaining(document.queries));
  expect(document.sources.length).toBeGreaterThan(0);

  const next = await editor.openNew(context);
  await topicOf(next).fill("caching in next.JS!");
  await next.getByText("You have a post on this topic").waitFor();
  await next.getByText(/No search is paid again, which saves about \$0\.\d\d/).waitFor();
  await expectAccessible(next, "same-topic");
  await next.getByRole("button", { name: "Use its sources" }).press("Enter");
  await next.getByText("The outline waits for you").first().waitFor();
  const again = await editor.readPost(new URL(next.url()).pathname.slice("/posts/".length));
  expect(again.id).not.toBe(first.id);
  expect(again.document.sources).toEqual(first.document.sources);
  expect(Object.keys(again.document.cost.byProvider)).toEqual(["gemini"]);
  const empty = await editor.openNew(context);
  expect(await topicOf(empty).inputValue()).toBe("");
  await context.close();
});

inFull(
  "beginning anew empties the form for good, and a topic in the address brings nothing back",
  async () => {
    const context = await editor.openContext();
    const page = await editor.openNew(context);
    await topicOf(page).fill("Something half typed");
    const wished = await editor.openNew(context, "?topic=Edge%20runtime");
    expect(await topicOf(wished).inputValue()).toBe("Edge runtime");
    await wished.close();
    await topicOf(page).fill("Something half typed again");
    await reload(page);
    await page.getByRole("button", { name: "Begin with an empty form" }).click();
    expect(await topicOf(page).inputValue()).toBe("");
    await reload(page);
    await page.waitForLoadState("networkidle");
    expect(await page.getByText("What you had typed here is back.").count()).toBe(0);
    await context.close();
  },
);

inFull(
  "what was read of a source is shown when somebody looks, with what is cited of it",
  async () => {
    const post = await editor.writePost();
    const context = await editor.openContext();
    const page = await editor.openPost(context, post.id);
    const item = page
      .getByRole("complementary", { name: "Research" })
      .getByRole("listitem")
      .filter({ has: page.getByText(/Cited as/) })
      .first();
    await item.getByText(/of \d+ sentences? that cites? it (is|are) supported/).waitFor();
    await item.getByText("What was read").press("Enter");
    await item
      .getByText(/^Cited as \d+\./)
      .first()
      .waitFor();
    await expectAccessible(page, "passages");
    await context.close();
  },
);
