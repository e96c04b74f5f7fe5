import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { bookExaCall } from "@/lib/calls/book-exa-call";
import { callGemini } from "@/lib/calls/call-gemini";
import type { Caller } from "@/lib/calls/caller";
import { AppError, ERRORS } from "@/lib/errors";
import { DEAD_KEY } from "@/lib/errors/key-errors";
import { searchExa } from "@/lib/providers/exa";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { anyExaReply } from "../world/providers/any-exa-reply";
import { anyGeminiReply } from "../world/providers/any-gemini-reply";
import { type ReplyServer, startReplyServer } from "../world/providers/start-reply-server";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";

const database = setUpDatabase();
/** Replies that are read at the same time, each with a key of its own. */
const LANES = 10;
const REPLIES = scaled(12_000);
/** As many as a test reads, so that none takes long. */
const PART = 250;

type Lane = { user: UserId; gemini: string; exa: string };
const lanes = Array.from(
  { length: LANES },
  (_, index): Lane => ({
    user: clerkUser(`lane_${index}`),
    gemini: `lane-gemini-${index}`,
    exa: `lane-exa-${index}`,
  }),
);
let replies: ReplyServer;
beforeAll(async () => {
  replies = await startReplyServer();
  Object.assign(process.env, { GEMINI_BASE_URL: replies.url, EXA_BASE_URL: replies.url });
  for (const { user, ...keys } of lanes) await saveKeyDirectly(user, keys);
});
const sent = { gemini: 0, exa: 0 };
afterAll(async () => {
  await replies.close();
  for (const [provider, count] of Object.entries(sent))
    reportFigure(
      `generated replies of ${provider}: crashes, rows without an end or an amount, keys marked`,
      `0 of ${count}`,
    );
});

function openCaller(user: UserId): Caller {
  return {
    user,
    postId: null,
    model: "gemini-3.5-flash-lite",
    signal: new AbortController().signal,
    onCost: (_, usd) => expect(usd === null || (Number.isFinite(usd) && usd >= 0)).toBe(true),
    onRemark: (_, text) => expect(text).toBeTypeOf("string"),
  };
}

/** A call ends with a row of the error table, or not at all; whatever came, nobody's key is to blame. */
function expectKnownEnd(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
  expect(ERRORS).toHaveProperty(error.code);
  expect(DEAD_KEY).not.toContain(error.code);
}

async function readGemini({ user }: Lane): Promise<void> {
  const prompt = { operation: "section", system: "Write.", prompt: "On tea.", maxOutputTokens: 99 };
  const tools = { declared: [], onCall: ({ name }: { name: string }) => expect(name).not.toBe("") };
  await callGemini(openCaller(user), { ...prompt, tools }, (text) =>
    expect(text).not.toMatch(/[\ud800-\udbff]$/),
  ).catch(expectKnownEnd);
}

async function readExa({ user }: Lane): Promise<void> {
  const search = { query: "tea", type: "auto", numResults: 3, maxCharacters: 100 } as const;
  const call = { operation: "search", estimateUsd: 0.007 };
  const make = (context: Parameters<Parameters<typeof bookExaCall>[1]["make"]>[0]) =>
    searchExa({ ...search, ...context });
  const answer = await bookExaCall(openCaller(user), { ...call, make }).catch(expectKnownEnd);
  for (const { url } of answer?.results ?? []) expect(url).toMatch(/^https?:/);
}

/** What the ledger and the keys must never say. */
async function expectWholeLedger(rows: number): Promise<void> {
  const { sql } = database();
  const [ledger] = await sql`
    SELECT count(*)::int AS rows, count(*) FILTER (WHERE status = 'pending')::int AS pending,
      count(*) FILTER (WHERE cost_usd = 'NaN' OR settled_at IS NULL)::int AS wrong,
      count(*) FILTER (WHERE status = 'settled')::int AS settled FROM usage_events`;
  expect(ledger).toMatchObject({ rows, pending: 0, wrong: 0 });
  const keys = await sql`SELECT status, count(*)::int AS keys FROM api_keys GROUP BY status`;
  expect(keys).toEqual([{ status: "valid", keys: 2 * LANES }]);
  // A seventh of them are replies to be paid for: few of a few may be, by the luck of their draw.
  expect(Number(ledger?.settled)).toBeGreaterThan(rows / 20 - 3);
}

const READERS = {
  gemini: { any: anyGeminiReply, read: readGemini },
  exa: { any: anyExaReply, read: readExa },
} as const;
const PARTS = Array.from({ length: Math.ceil(REPLIES / PART) }, (_, index) => index + 1);
const CASES = PARTS.flatMap((part) => [
  { provider: "gemini" as const, part },
  { provider: "exa" as const, part },
]);

test.for(CASES)(
  "whatever $provider sends, a call ends with a row of the error table or its text, and is booked ($part)",
  async ({ provider }) => {
    const { sql } = database();
    const { any, read } = READERS[provider];
    await sql`DELETE FROM usage_events`;
    const runs = Math.ceil(Math.min(REPLIES, PART) / LANES);
    const round = fc.array(any, { minLength: LANES, maxLength: LANES });
    await fc.assert(
      fc.asyncProperty(round, async (laid) => {
        const calls = lanes.map((lane, index) => {
          const reply = laid[index];
          if (reply) replies.lay(lane[provider], reply);
          return read(lane);
        });
        await Promise.all(calls);
      }),
      { numRuns: runs },
    );
    await expectWholeLedger(runs * LANES);
    sent[provider] += runs * LANES;
  },
);
