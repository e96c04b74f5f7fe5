import { expect, inject, test } from "vitest";
import { contentOverview } from "@/lib/onboarding/research/schema";
import { HOSTILE_COUNT, hostileText } from "@/sandbox/exa/hostile-texts";
import { readInstructions } from "../world/posts/read-instructions";
import { FULL } from "../world/scale";
import { readProblem } from "../world/servers/read-problem";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { createTester, type Tester } from "../world/tester";
import { followWork, openWizardTester } from "../world/wizard/wizard-work";

const { production, sandboxUrl } = inject("servers");
const SITE = { url: "https://nextjs.org/docs" };
const ANALYZE = "/api/onboarding/website/analyze";
const DISCOVER = "/api/onboarding/research/discover";
const DESCRIPTION = "Texts about TypeScript, testing and database tools for developers.";
const PROFILE = {
  description: "Heating for old houses",
  audience: "Home owners",
  writingStyle: "Short and dry",
};
const BY_HAND = { source: "business", profile: PROFILE };

const put = (tester: Tester, step: string, body: unknown) =>
  tester.call("PUT", `/api/onboarding/steps/${step}`, body);

test("a site is read through Exa and described field by field; the result is kept, reused and deleted", async () => {
  const tester = await openWizardTester();
  const body = { ...SITE, pages: ["https://nextjs.org/docs/no-such-page"] };
  const { events, fields, last } = await followWork(tester, ANALYZE, body);
  expect(last).toMatchObject({ type: "done", data: { data: { profile: expect.anything() } } });
  const { pages, ...profile } = fields;
  expect(last).toMatchObject({ data: { data: { profile } } });
  expect(pages).toHaveLength(7);
  expect(pages).toContainEqual({
    url: "https://nextjs.org/docs/no-such-page",
    title: "https://nextjs.org/docs/no-such-page",
    ok: false,
    reason: "There is no such page.",
  });
  const costs = events.flatMap((event) => (event.type === "cost" ? [event.data.usd] : []));
  expect(costs.at(-1)).toBeGreaterThan(0.006);
  const log = await readSandboxLog(sandboxUrl, tester.keys.exa);
  expect(log.map(({ path }) => path)).toEqual(["/search", "/contents"]);

  const list = await (await tester.call("GET", "/api/onboarding/website/analyses")).json();
  expect(list.analyses).toMatchObject([{ label: "nextjs.org", profile }]);
  const path = `/api/onboarding/website/analyses/${list.analyses[0].id}`;
  const stranger = await openWizardTester();
  expect((await stranger.call("DELETE", path)).status).toBe(404);
  const completed = await put(tester, "website", { source: "site", ...SITE, profile });
  expect(await completed.json()).toMatchObject({ currentStep: 2 });
  expect((await tester.call("DELETE", path)).status).toBe(204);
  expect((await tester.call("DELETE", path)).status).toBe(404);
});

test("a text and a business are described without Exa, and differ as their texts do", async () => {
  const tester = await openWizardTester();
  const sample = "You open the valve. You wait. Then your radiator warms the room. ".repeat(5);
  const business = `Our workshop repairs violins and cellos; our luthiers explain instruments. ${"Strings wear. ".repeat(9)}`;
  const one = await followWork(tester, ANALYZE, { sample });
  const two = await followWork(tester, ANALYZE, { business });
  expect([one.last?.type, two.last?.type]).toEqual(["done", "done"]);
  expect(one.fields.brandVoice).not.toEqual(two.fields.brandVoice);
  expect(await readSandboxLog(sandboxUrl, tester.keys.exa)).toHaveLength(1);
});

test("competitors, accounts and gaps are found, the own domain left out; the comparison can be repeated", async () => {
  const tester = await openWizardTester();
  const all = await followWork(tester, DISCOVER, {
    description: DESCRIPTION,
    url: "https://nextjs.org",
  });
  expect(all.last).toEqual({ type: "done", data: { data: null } });
  const { competitors, socials, topics, gaps, content } = all.fields;
  expect(competitors).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: expect.any(String) })]),
  );
  expect(socials).toContainEqual({ platform: "github", url: "https://github.com/nextjs" });
  expect(contentOverview.parse(content)).toMatchObject({ linkedPages: 1, published: null });
  expect([topics, gaps]).toEqual([expect.any(Array), expect.any(Array)]);
  const own: unknown = Array.isArray(competitors) ? competitors[0] : undefined;
  const again = await followWork(tester, DISCOVER, {
    description: DESCRIPTION,
    url: Object(own).url,
  });
  expect(JSON.stringify(again.fields.competitors)).not.toContain(new URL(Object(own).url).hostname);
  const compared = await followWork(tester, DISCOVER, { description: DESCRIPTION, competitors });
  expect(Object.keys(compared.fields).sort()).toEqual(["gaps", "topics"]);
});

test("both steps are filled in by hand without any key, and bad data is refused by its field", async () => {
  const tester = createTester(production.url);
  const missing = await followWork(tester, ANALYZE, SITE);
  expect(missing.last).toMatchObject({ data: { code: "key_missing", provider: "exa" } });
  expect((await put(tester, "website", BY_HAND)).status).toBe(200);
  expect((await put(tester, "research", { preferences: { depth: "targeted" } })).status).toBe(200);
  const bad = [
    ["website", { ...BY_HAND, source: "site" }, "url"],
    ["website", { ...BY_HAND, source: "site", url: "http://127.0.0.1/" }, "url"],
    ["website", { ...BY_HAND, profile: { ...PROFILE, audience: " " } }, "profile.audience"],
    ["website", { ...BY_HAND, user_id: "x" }, "user_id"],
    ["research", { preferences: { avoidDomains: ["https://x"] } }, "preferences.avoidDomains.0"],
    ["research", {}, "preferences"],
    ["api-keys", { gemini: "x" }, "gemini"],
  ] as const;
  for (const [step, body, field] of bad) {
    const problem = await readProblem(await put(tester, step, body));
    expect(problem).toMatchObject({ code: "invalid", fields: [{ field }] });
  }
  expect((await put(tester, "nothing", {})).status).toBe(404);
  const draft = await put(tester, "website/draft", { source: "site", url: "half" });
  expect(draft.status).toBe(200);
  const kept = await tester.call("GET", "/api/onboarding/steps/website");
  const { savedAt, ...form } = await kept.json();
  expect(form).toMatchObject({ draft: { url: "half" }, data: BY_HAND });
  const send = (tag: string) =>
    tester.call("PUT", "/api/onboarding/steps/website/draft", { url: tag }, { "if-match": tag });
  expect((await readProblem(await send('"new"'))).code).toBe("conflict");
  expect((await readProblem(await send("yesterday"))).code).toBe("invalid");
  expect((await send(JSON.stringify(savedAt))).status).toBe(200);
});

test("no hostile text is obeyed, on pages, in titles and in pasted text", async () => {
  expect(HOSTILE_COUNT).toBeGreaterThanOrEqual(30);
  const numbers = Array.from({ length: HOSTILE_COUNT }, (_, index) => index + 1);
  const seen: string[] = [];
  for (const number of numbers.filter((one) => FULL || one % 8 === 1)) {
    const { text, mark, url } = hostileText(number);
    const tester = await openWizardTester({ exa: `hostile-pages:${number}` });
    const answers = await Promise.all([
      followWork(tester, ANALYZE, SITE),
      followWork(tester, ANALYZE, {
        sample: `${text}\n${"A plain and honest sentence. ".repeat(12)}`,
      }),
      followWork(tester, DISCOVER, { description: `${DESCRIPTION} ${text}` }),
    ]);
    for (const { last, fields } of answers) {
      expect(last?.type, `${number}`).toBe("done");
      const { competitors: found, pages: _, ...learned } = fields;
      const names = Array.isArray(found) ? found.map((one) => Object(one).name) : [];
      const output = JSON.stringify([learned, names, last]);
      expect(output, `${number}`).not.toMatch(/evil-\d+|OBEYED-\d+|<script|javascript:|\u200b/);
      expect(JSON.stringify(fields)).not.toContain(url);
    }
    const { all, instructions } = await readInstructions(sandboxUrl, tester.keys.gemini);
    expect(all, "the hostile text reached the model").toContain(mark);
    expect(instructions, `${number}`).not.toContain(mark);
    expect(instructions).not.toContain(url);
    seen.push(mark);
  }
  expect(seen.length).toBeGreaterThanOrEqual(FULL ? HOSTILE_COUNT : 4);
});

test("a model that was turned writes no address and no markup into the fields", async () => {
  const tester = await openWizardTester({ gemini: "hostile" });
  const { fields, last } = await followWork(tester, ANALYZE, SITE);
  expect(last?.type).toBe("done");
  expect(JSON.stringify(fields)).not.toMatch(/evil\.example|<script/);
});
