import { afterAll, expect, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { ERRORS, type ErrorCode, errorRow } from "@/lib/errors";
import { reportFigure } from "../world/report-figure";
import { oneOfEach } from "../world/scale";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { shareProduction } from "../world/servers/share-production";
import { saveKeys } from "../world/servers/start-production";
import type { Tester } from "../world/tester";

const server = shareProduction();
afterAll(() => server.stop());

const BODY = { topic: "Caching in Next.js", wordCount: 300 };

async function generate(tester: Tester): Promise<Post> {
  const headers = { prefer: "wait=240" };
  return (await tester.call("POST", "/api/blog/generate", BODY, headers)).json();
}

/** What a fault ends in: the post's status, and its error; no code where the run mends itself. */
type Ending = { status: string; code?: ErrorCode };
const READY: Ending = { status: "ready" };
const parks = (code: ErrorCode): Ending => ({ status: "needs-key", code });
const fails = (code: ErrorCode): Ending => ({ status: "failed", code });

/** Faults of Gemini once the run is under way: a key that is dead at first is refused before a run. */
const GEMINI: Record<string, Ending> = {
  "after:1+bad": parks("key_rejected"),
  "after:1+expired": parks("key_expired"),
  "after:1+notfound-key": parks("key_deleted"),
  "after:1+leaked": parks("key_leaked"),
  "after:1+suspended": parks("account_suspended"),
  "after:1+disabled": parks("api_disabled"),
  "after:1+restricted": parks("key_api_blocked"),
  "after:1+referrer": parks("key_referrer_blocked"),
  "after:1+ip": parks("key_address_blocked"),
  billing: parks("billing_required"),
  country: parks("country_refused"),
  "quota-day": parks("quota_day"),
  model404: parks("model_dearer"),
  closed: parks("model_dearer"),
  "closed-late": parks("model_dearer"),
  "only-new": READY,
  prepaid: parks("prepaid_used_up"),
  "spend-cap": parks("spending_cap"),
  "quota-none": parks("quota_none"),
  "quota-hours": parks("quota_hours"),
  "list-only": parks("key_may_not_write"),
  "token-type": parks("key_may_not_write"),
  "project-denied": parks("project_denied"),
  html403: fails("gateway_refused"),
  "times:1+other": READY,
  "times:1+thinks-away": READY,
  thoughts: READY,
  "no-thinking": READY,
  "no-usage": READY,
  "half-usage": READY,
  cached: READY,
  fenced: READY,
  twice: READY,
  prefaced: READY,
  unstorable: READY,
  overloaded: fails("provider_overloaded"),
  deadline: fails("provider_unreachable"),
  error500: fails("provider_unreachable"),
  html502: fails("provider_unreachable"),
  "blocked-prompt": fails("content_blocked"),
  "prose+safety": fails("content_blocked"),
  "prose+recitation": fails("content_blocked"),
  "prose+max-tokens": fails("reply_too_long"),
  "off-schema": fails("reply_malformed"),
  "times:1+off-schema": READY,
  "prose+times:1+cut:2": READY,
  "prose+times:1+nofinish": READY,
  "prose+times:1+badjson": READY,
  "prose+times:1+wrongtype": READY,
  "prose+times:1+midstream": READY,
  "prose+times:2+quota-minute:1": READY,
  "flaky:2": READY,
  split: READY,
};
const EXA: Record<string, Ending> = {
  "after:1+bad": parks("key_rejected"),
  "no-credits": parks("no_credits"),
  budget: parks("no_credits"),
  "team-budget": parks("no_credits"),
  "after:1+forbidden": fails("provider_refused"),
  "after:1+invalid": fails("provider_refused"),
  "after:1+error500": fails("provider_unreachable"),
  "after:1+html502": fails("provider_unreachable"),
  empty: fails("no_sources"),
  "after:1+times:2+error500": READY,
  nocost: READY,
};
const CASES = [
  ...Object.entries(GEMINI).map(([gemini, ending]) => ({ gemini, exa: "ok", ...ending })),
  ...Object.entries(EXA).map(([exa, ending]) => ({ gemini: "ok", exa, ...ending })),
];

/** Each provider with each ending; in full, every fault. The faults one by one: `lib/providers`. */
const shows = ({ gemini, status }: (typeof CASES)[number]) => [`${gemini === "ok"} ${status}`];

test.for(oneOfEach(CASES, shows))(
  "Gemini $gemini, Exa $exa: $status $code",
  async ({ gemini, exa, status, code }) => {
    const tester = server.tester(gemini);
    tester.keys.exa = tester.keys.exa.replace("ok-", `${exa}-`);
    await saveKeys(tester);
    const post = await generate(tester);
    expect({ status: post.status, code: post.document.problem?.code }).toEqual({ status, code });
    if (code === undefined)
      for (const { markdown } of post.document.sections) expect(markdown).not.toBe("");
    const text = JSON.stringify(post);
    for (const key of Object.values(tester.keys)) expect(text).not.toContain(key);
  },
);

test("every error has its own sentence, and those of keys and quotas their own way to the fix", () => {
  const codes = [...new Set(CASES.flatMap(({ code }) => code ?? []))];
  expect(new Set(codes.map((code) => ERRORS[code].detail)).size).toBe(codes.length);
  for (const { status, code } of CASES)
    if (status === "needs-key" && code) expect(errorRow(code).fixUrl, code).toMatch(/^(\/|https:)/);
});

test("a bad Gemini key causes no Exa call and no retry", async () => {
  const tester = server.tester("after:0+reject-later:0");
  await saveKeys(tester);
  const before = await readSandboxLog(server.sandboxUrl, tester.keys.exa);
  const asked = await readSandboxLog(server.sandboxUrl, tester.keys.gemini);
  const answer = await tester.call("POST", "/api/blog/generate", BODY, { prefer: "wait=240" });
  const body = await answer.json();
  expect(body.document?.problem?.code ?? body.code).toBe("key_rejected");
  expect(await readSandboxLog(server.sandboxUrl, tester.keys.exa)).toHaveLength(before.length);
  const calls = (await readSandboxLog(server.sandboxUrl, tester.keys.gemini)).slice(asked.length);
  expect(calls.length).toBeLessThanOrEqual(2);
});

/** Of one post each server has so many calls on their way before it is known that the quota holds. */
const LOST_BY_EACH = 2;
/** A post's sections are written by whichever of the two that share the database has room. */
const SERVERS = 2;

test("a quota of the minute with six sections is waited for, and each server loses at most two requests to it", async () => {
  const seconds = process.env.PROOF ? 20 : 3;
  const tester = server.tester(`after:2+quota-minute:${seconds}`);
  await saveKeys(tester);
  const outline = ["One", "Two", "Three", "Four", "Five", "Six"].map((word) => `Caching ${word}`);
  const answer = await tester.call(
    "POST",
    "/api/blog/generate",
    { ...BODY, outline },
    { prefer: "wait=240" },
  );
  const post: Post = await answer.json();
  expect(post).toMatchObject({ status: "ready" });
  expect(post.document.sections).toHaveLength(6);
  const log = await readSandboxLog(server.sandboxUrl, tester.keys.gemini);
  const wasted = log.filter(({ status }) => status === 429).length;
  reportFigure(
    `A minute's quota of ${seconds} s met by six sections`,
    `${wasted} requests refused, the post finished`,
  );
  expect(wasted).toBeGreaterThan(0);
  expect(wasted).toBeLessThanOrEqual(LOST_BY_EACH * SERVERS);
});

test("fifty requests at once with one idempotency key make one run", async () => {
  const tester = server.tester();
  await saveKeys(tester);
  const headers = { "idempotency-key": "fifty-at-once" };
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => tester.call("POST", "/api/blog/generate", BODY, headers)),
  );
  const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).id));
  expect(new Set(ids).size).toBe(1);
  const { posts }: { posts: unknown[] } = await (
    await tester.call("GET", "/api/blog/posts")
  ).json();
  expect(posts).toHaveLength(1);
});
