import { expect, inject, test } from "vitest";
import { ERRORS, isErrorCode } from "@/lib/errors";
import { inFull } from "../world/in-full";
import { FULL, oneOfEach } from "../world/scale";
import { readProblem } from "../world/servers/read-problem";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { createTester } from "../world/tester";
import { waitUntil } from "../world/wait-until";
import {
  followWork,
  openWizardTester,
  WIZARD_WORK,
  type WizardWork,
} from "../world/wizard/wizard-work";

const { production, sandboxUrl } = inject("servers");
const ALL = Object.keys(WIZARD_WORK).filter((name): name is WizardWork => name in WIZARD_WORK);
const KEYS = "/api/onboarding/api-keys";

type Fault = { what: string; exa?: string; gemini?: string; code: string };
const FAULTS: Fault[] = [
  { what: "Exa is down", exa: "error500", code: "provider_unreachable" },
  { what: "a gateway answers for Exa", exa: "html502", code: "provider_unreachable" },
  { what: "Exa has no credits left", exa: "no-credits", code: "no_credits" },
  { what: "the Exa key is revoked", exa: "reject-later:1", code: "key_rejected" },
  { what: "Exa finds nothing", exa: "empty", code: "nothing" },
  { what: "Gemini is overloaded", gemini: "overloaded", code: "provider_overloaded" },
  { what: "Gemini is down", gemini: "error500", code: "provider_unreachable" },
  { what: "a gateway answers for Gemini", gemini: "html502", code: "provider_unreachable" },
  { what: "the day's quota is used up", gemini: "quota-day", code: "quota_day" },
  { what: "the quota comes back too late", gemini: "quota-minute:90", code: "quota_hours" },
  { what: "the Gemini key is revoked", gemini: "reject-later:0", code: "key_rejected" },
  { what: "the Gemini key has leaked", gemini: "json+leaked", code: "key_leaked" },
  { what: "Gemini asks for billing", gemini: "billing", code: "billing_required" },
  { what: "the stream is cut", gemini: "cut:1", code: "reply_cut_off" },
  { what: "the stream ends inside its JSON", gemini: "badjson", code: "reply_cut_off" },
  { what: "the stream ends without a reason", gemini: "nofinish", code: "reply_cut_off" },
  { what: "a captive portal answers", gemini: "wrongtype", code: "reply_cut_off" },
  { what: "the model writes no JSON", gemini: "off-schema", code: "reply_malformed" },
  { what: "the model writes nothing", gemini: "empty", code: "reply_malformed" },
  { what: "the reply is too long", gemini: "max-tokens", code: "reply_too_long" },
  { what: "the filter blocks", gemini: "safety", code: "content_blocked" },
];
const NOTHING: Partial<Record<WizardWork, string>> = {
  website: "site_unreadable",
  research: "no_competitors",
};
/** A paragraph is prose: a reply that is no JSON is what was asked for. */
const meets = (name: WizardWork, { exa, gemini = "", code }: Fault) => {
  const asked: readonly string[] = WIZARD_WORK[name].asks;
  if (isDurable(name) && code === "quota_hours") return false;
  return asked.includes(exa ? "exa" : "gemini") && !(isProse(name) && /^off|^json/.test(gemini));
};
/** Goes on whoever follows it, so that it holds nothing while it waits, and is stopped by a request of its own. */
const isDurable = (name: WizardWork) => "stop" in WIZARD_WORK[name];
const isProse = (name: WizardWork) => name === "a paragraph to try";
const ALL_ROWS = FAULTS.flatMap((fault, at) =>
  [...ALL.slice(at % ALL.length), ...ALL.slice(0, at % ALL.length)]
    .filter((name) => meets(name, fault))
    .map((name) => ({ name, ...fault })),
);
/** Each fault once, at one work after another. */
const ROWS = oneOfEach(ALL_ROWS, ({ what }) => [what]);

test("every work of the wizard meets every fault of each provider that it asks", () => {
  expect(ALL_ROWS.length).toBeGreaterThanOrEqual(90);
  for (const { code } of ALL_ROWS) expect(code === "nothing" || isErrorCode(code), code).toBe(true);
});

test.concurrent.each(ROWS)(
  "$name, $what: the user reads what happened and goes on by hand",
  async (row) => {
    const { name, what: _, code, ...keys } = row;
    const { path, body, byHand } = WIZARD_WORK[name];
    const tester = await openWizardTester(keys);
    const { last } = await followWork(tester, path, body);
    const wanted = code === "nothing" ? NOTHING[name] : code;
    expect(last).toMatchObject({ type: "error", data: { code: wanted } });
    if (code !== "nothing")
      expect(last?.data).toMatchObject({ provider: keys.exa ? "exa" : "gemini" });
    if (code === "quota_hours") expect(Object(last?.data).retryAfter).toBeGreaterThan(65);
    const saved = await tester.call("PUT", `/api/onboarding/steps/${byHand.step}`, byHand.body);
    expect(saved.status).toBe(200);
  },
);

/** One that asks both providers, and one that is durable; in full, every work. */
const SOME: WizardWork[] = FULL ? ALL : ["website", "persona"];

test.concurrent.each(SOME)("%s: a slow provider is waited for", async (name) => {
  const { path, body } = WIZARD_WORK[name];
  const tester = await openWizardTester({ gemini: "slow:5+silent:0.5", exa: "slow:300" });
  const { last } = await followWork(tester, path, body);
  expect(last?.type).toBe("done");
});

test.concurrent.each(SOME)(
  "%s: the quota of a minute is waited for, with the moment it ends",
  async (name) => {
    const { path, body } = WIZARD_WORK[name];
    const tester = await openWizardTester({ gemini: "quota-minute:1.5" });
    const before = Date.now();
    const { events, last } = await followWork(tester, path, body);
    const waits = events.flatMap((event) => (event.type === "wait" ? [event.data.until] : []));
    expect(waits).toHaveLength(1);
    expect(Date.parse(waits[0] ?? "")).toBeGreaterThan(before + 1_000);
    expect(last?.type).toBe("done");
  },
);

/** Each takes as long as the product waits, so all of them wait at the same time. */
const LONG_WAITS: { name: WizardWork; exa?: string; gemini?: string; waits: number }[] = [
  { name: "website", exa: "after:1+times:1+quota", waits: 1 },
  { name: "research", exa: "after:1+times:1+quota", waits: 1 },
  { name: "website", exa: "after:1+times:1+silent:40", waits: 0 },
  { name: "research", exa: "after:1+times:1+silent:40", waits: 0 },
  ...ALL.map((name) => ({ name, gemini: "times:1+silent:80", waits: 0 })),
];

inFull(
  "a bare 429 of Exa is waited for, and a provider that stays silent too long is asked again",
  async () => {
    const follow = async ({ name, waits, ...keys }: (typeof LONG_WAITS)[number]) => {
      const tester = await openWizardTester(keys);
      const { events, last } = await followWork(
        tester,
        WIZARD_WORK[name].path,
        WIZARD_WORK[name].body,
      );
      const key = keys.exa ? tester.keys.exa : tester.keys.gemini;
      const log = await readSandboxLog(sandboxUrl, key);
      return {
        what: JSON.stringify({ name, ...keys }),
        last: last?.type,
        waits: events.filter(({ type }) => type === "wait").length,
        hungUp: log.some(({ hungUp }) => hungUp),
        wanted: { last: "done", waits, hungUp: waits === 0 },
      };
    };
    const ends = await Promise.all(LONG_WAITS.map(follow));
    for (const { what, wanted, ...end } of ends) expect.soft(end, what).toEqual(wanted);
  },
);

const STOPS = SOME.flatMap((name) =>
  WIZARD_WORK[name].asks.map((provider) => ({ name, provider })),
);

test.concurrent.each(STOPS)(
  "$name: a press on Stop closes the connection to $provider",
  async (row) => {
    const { name, provider } = row;
    const work = WIZARD_WORK[name];
    const { path, body, byHand } = work;
    const silent = provider === "exa" ? { exa: "after:1+silent:30" } : { gemini: "silent:30" };
    const tester = await openWizardTester(silent);
    const stop = new AbortController();
    const answer = await tester.call("POST", path, body, {}, stop.signal);
    const asked = async () =>
      (await readSandboxLog(sandboxUrl, tester.keys[provider])).find(
        ({ status, ms, path: called }) =>
          status === null && (ms === null || ms > 0) && !called.endsWith("/models"),
      );
    await waitUntil("the call", asked);
    if ("stop" in work) await tester.call("DELETE", work.stop);
    else stop.abort();
    await answer.text().catch(() => "stopped");
    await waitUntil("the hang-up", async () => (await asked())?.hungUp);
    const saved = await tester.call("PUT", `/api/onboarding/steps/${byHand.step}`, byHand.body);
    expect(saved.status).toBe(200);
  },
);

type KeyFault = { what: string; gemini?: string; exa?: string; status: string; code?: string };
const KEY_FAULTS: KeyFault[] = [
  { what: "slow Gemini", gemini: "probe-slow:300", status: "valid" },
  { what: "Gemini down", gemini: "probe-500", status: "unknown", code: "provider_unreachable" },
  { what: "silent Gemini", gemini: "probe-timeout", status: "unknown" },
  { what: "a bad Gemini key", gemini: "bad", status: "invalid", code: "key_rejected" },
  { what: "an expired key", gemini: "expired", status: "invalid", code: "key_expired" },
  { what: "a leaked key", gemini: "leaked", status: "invalid", code: "key_leaked" },
  { what: "a suspended project", gemini: "suspended", status: "invalid" },
  { what: "slow Exa", exa: "slow:300", status: "valid" },
  { what: "Exa down", exa: "error500", status: "unknown" },
  { what: "a gateway for Exa", exa: "html502", status: "unknown" },
  { what: "silent Exa", exa: "silent:20", status: "unknown" },
  { what: "a bare 429 of Exa", exa: "quota", status: "unknown", code: "quota_minute" },
  { what: "an Exa account without credits", exa: "no-credits", status: "valid" },
  { what: "an Exa that finds nothing", exa: "empty", status: "valid" },
  { what: "a bad Exa key", exa: "bad", status: "invalid", code: "key_rejected" },
];

/** What a check says and why, of each provider; a silent one is waited for a quarter of a minute. */
const shows = ({ gemini, status, code }: KeyFault) => [`${Boolean(gemini)} ${status} ${code}`];

test.concurrent.each(oneOfEach(KEY_FAULTS, shows))(
  "step 1, $what: the user reads it and goes on",
  async (row) => {
    const { status, code, gemini = "ok", exa = "ok" } = row;
    const tester = createTester(production.url);
    const provider = row.gemini ? "gemini" : "exa";
    const keys = { gemini: `${gemini}-${tester.keys.gemini}`, exa: `${exa}-${tester.keys.exa}` };
    const checked = await (await tester.call("POST", `${KEYS}/check`, keys)).json();
    const found = checked.results.find((one: { provider: string }) => one.provider === provider);
    expect(found).toMatchObject({ status, ...(code ? { code } : {}) });
    if (found.code) expect(ERRORS).toHaveProperty(found.code);
    const saved = await tester.call("POST", KEYS, keys);
    expect(saved.status).toBe(status === "invalid" ? 422 : 200);
    if (status === "invalid")
      expect(await readProblem(saved)).toMatchObject({ fields: [{ field: provider }] });
    const good = await tester.call("POST", KEYS, tester.keys);
    expect(await good.json()).toMatchObject({ progress: { currentStep: 1 } });
  },
);
