import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { callGemini } from "@/lib/calls/call-gemini";
import { listPricedModels } from "@/lib/models/list-priced-models";
import { forgetPrice, savePrice } from "@/lib/models/own-price";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { type ReplyServer, startReplyServer } from "../world/providers/start-reply-server";

const database = setUpDatabase();
let replies: ReplyServer;
beforeAll(async () => {
  replies = await startReplyServer();
  process.env.GEMINI_BASE_URL = replies.url;
});
afterAll(() => replies.close());
afterEach(() => vi.useRealTimers());

const MILLION = 1_000_000;
let serial = 0;

/** A user whose key is answered with a million tokens each way, billed as a model. */
async function userBilledAs(modelVersion: string, cachedContentTokenCount = 0): Promise<UserId> {
  serial += 1;
  const user = clerkUser(`priced_${serial}`);
  const gemini = `priced-gemini-${serial}`;
  await saveKeyDirectly(user, { gemini });
  const counts = { promptTokenCount: MILLION, candidatesTokenCount: MILLION };
  const frame = {
    candidates: [{ content: { parts: [{ text: "Tea." }] }, finishReason: "STOP" }],
    usageMetadata: { ...counts, cachedContentTokenCount },
    modelVersion,
  };
  const pieces = [Buffer.from(`data: ${JSON.stringify(frame)}\r\n\r\n`)];
  replies.lay(gemini, { status: 200, type: "text/event-stream", pieces, breaks: false });
  return user;
}

async function call(user: UserId, model: string): Promise<void> {
  const prompt = { operation: "section", system: "Write.", prompt: "On tea.", maxOutputTokens: 99 };
  const { signal } = new AbortController();
  const caller = { user, postId: null, model, signal, onCost: () => {} };
  await callGemini(caller, prompt, () => {});
}

async function listRows(user: UserId) {
  return database().sql`
    SELECT billed_model AS billed, input_tokens AS input, cached_tokens AS cached,
      output_tokens AS output, cost_usd::float8 AS usd, cost_basis AS basis
    FROM usage_events WHERE user_id = ${user} ORDER BY created_at, id`;
}

test("a price that changes at midnight prices the calls before and after it differently", async () => {
  const user = await userBilledAs("gemini-3.8-flash");
  for (const moment of ["2026-12-31T23:59:59.999Z", "2027-01-01T00:00:00.000Z"]) {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(moment) });
    await call(user, "gemini-3.8-flash");
  }
  const costs = (await listRows(user)).map(({ usd }) => usd);
  expect(costs.toSorted()).toEqual([4.5, 9]);
});

test("a reply is priced as the model that was billed, cached tokens apart", async () => {
  const user = await userBilledAs("gemini-3.1-pro-preview", MILLION / 2);
  await call(user, "gemini-3.5-flash-lite");
  const tokens = { input: MILLION, cached: MILLION / 2, output: MILLION };
  expect(await listRows(user)).toEqual([
    { billed: "gemini-3.1-pro-preview", ...tokens, usd: 2 + 0.2 + 18, basis: "priced" },
  ]);
});

test("a model without a price has tokens and no dollars, until its user gives it one", async () => {
  const user = await userBilledAs("gemini-9-flash");
  await call(user, "gemini-9-flash");
  const tokens = { billed: "gemini-9-flash", input: MILLION, cached: null, output: MILLION };
  const unpriced = { ...tokens, usd: null, basis: "unpriced" };
  expect(await listRows(user)).toEqual([unpriced]);
  await savePrice(user, "gemini-9-flash", { input: 1, cached: 0.5, output: 3 });
  await call(user, "gemini-9-flash");
  const priced = { ...tokens, usd: 4, basis: "priced" };
  expect(await listRows(user)).toEqual(expect.arrayContaining([unpriced, priced]));
});

test("prices are shown with whose they are, also of a model that the key does not list", async () => {
  const user = await userBilledAs("gemini-9-flash");
  await savePrice(user, "gemini-9-flash", { input: 1, cached: 0.5, output: 3 });
  const own = { id: "gemini-9-flash", from: "own", price: { input: 1, cached: 0.5, output: 3 } };
  expect((await listPricedModels(user)).models).toEqual([expect.objectContaining(own)]);
  await forgetPrice(user, "gemini-9-flash");
  expect((await listPricedModels(user)).models).toEqual([]);
});
