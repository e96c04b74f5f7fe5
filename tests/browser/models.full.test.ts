import type { Page } from "playwright";
import { expect, inject, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { waitUntil } from "../world/wait-until";
import { collectComplaints } from "./open-browser";
import { expectAccessible, setUpEditor } from "./open-editor";
import { visit } from "./visit";

const editor = setUpEditor();
const NEW = "only-new-models-gemini-00001";
const SHUT = "closed-dear+billed-as-models-gemini-2";

/** Writes a short post on the page for it, and waits for its end. */
async function write(page: Page, model?: string): Promise<Post> {
  await page.getByLabel("What should the post be about?").fill("Caching in Next.js");
  await page.getByText("More options", { exact: true }).click();
  if (model) await page.getByLabel("Written by").selectOption(model);
  await page.getByRole("button", { name: "Generate" }).click();
  await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/);
  const id = new URL(page.url()).pathname.slice("/posts/".length);
  return waitUntil("the end", async () => {
    const post = await editor.readPost(id);
    return post.finishedAt !== null && post;
  });
}

test("a key with a model that nobody knows writes with it, counted in tokens, until it is given a price", async () => {
  await editor.saveKeys({ gemini: NEW });
  const context = await editor.openContext();
  const page = await editor.openNew(context);
  const complaints = collectComplaints(page);
  const { origin } = new URL(page.url());
  const { status } = await write(page);
  expect(status).toBe("ready");
  const calls = (await readSandboxLog(inject("servers").sandboxUrl, NEW)).filter(({ path }) =>
    path.includes("GenerateContent"),
  );
  expect(new Set(calls.map(({ model }) => model))).toEqual(new Set(["gemini-9-flash"]));
  const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0);
  const { groups }: { groups: object[] } = await (
    await fetch(`${origin}/api/usage?by=model`)
  ).json();
  expect(groups).toContainEqual(
    expect.objectContaining({
      id: "gemini-9-flash",
      costUsd: 0,
      unpricedCalls: calls.length,
      inputTokens: sum(calls.map(({ promptTokens }) => promptTokens)),
      outputTokens: sum(calls.map(({ outputTokens }) => outputTokens)),
    }),
  );

  await visit(page, `${origin}/settings`);
  const row = page.getByRole("listitem").filter({ hasText: "Gemini 9 Flash" });
  await row.getByText("Price not known").waitFor();
  await expectAccessible(page, "settings with models");
  await row.getByRole("button", { name: "Give a price to Gemini 9 Flash" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Read", { exact: true }).fill("1.5");
  await dialog.getByLabel("Written or thought").fill("a lot");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("Give a price in US dollars.").first().waitFor();
  await expectAccessible(page, "a price");
  await dialog.getByLabel("Read from the cache").fill("0.075");
  await dialog.getByLabel("Written or thought").fill("$9");
  await page.keyboard.press("Enter");
  await row.getByText("$1.50 in, $0.075 cached, $9.00 out").waitFor();
  await row.getByText("Your own price.").waitFor();
  await row.getByRole("button", { name: "Change the price of Gemini 9 Flash" }).click();
  await dialog.getByRole("button", { name: "Use the listed price" }).click();
  await row.getByText("Price not known").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await row.getByText("$1.50 in, $0.075 cached, $9.00 out").waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test("a model that was chosen and is closed is replaced, which the page says, and what was billed is priced", async () => {
  await editor.saveKeys({ gemini: SHUT });
  const context = await editor.openContext();
  const page = await editor.openNew(context);
  const { origin } = new URL(page.url());
  const post = await write(page, "gemini-3.5-flash");
  expect(post.status).toBe("ready");
  expect(post.document.model).toMatchObject({
    model: "gemini-3.5-flash-lite",
    insteadOf: "gemini-3.5-flash",
    reason: "model_closed",
  });
  await page.getByText("gemini-3.5-flash was wanted.").waitFor();
  await page.getByText("Google has closed this model to your key.").waitFor();
  const { calls }: { calls: Record<string, unknown>[] } = await (
    await fetch(`${origin}/api/usage/calls`)
  ).json();
  const written = calls.filter(
    ({ model, status }) => model === "gemini-3.5-flash-lite" && status === "settled",
  );
  expect(written.length).toBeGreaterThan(3);
  for (const { billedModel, inputTokens, outputTokens, costUsd } of written) {
    expect(billedModel).toBe("gemini-3.8-flash");
    const usd = (0.75 * Number(inputTokens) + 3.75 * Number(outputTokens)) / 1_000_000;
    expect(costUsd).toBeCloseTo(usd, 8);
  }
  await context.close();
});
