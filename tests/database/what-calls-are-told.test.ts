import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type ReviseBody, reviseBody } from "@/lib/blog/edit/schema";
import { polishSection } from "@/lib/blog/polish-section";
import type { Plan } from "@/lib/blog/run";
import type { GenerateInput } from "@/lib/blog/schema";
import { checkSection } from "@/lib/blog/stages/check-section";
import { proposeSeo } from "@/lib/blog/stages/propose-seo";
import { searchSources } from "@/lib/blog/stages/search-sources";
import { openTool, requireSection } from "@/lib/blog/tools/open-tool";
import { reviseSection } from "@/lib/blog/tools/revise-section";
import { completeStep } from "@/lib/onboarding/complete-step";
import { type ResearchPreferences, researchData } from "@/lib/onboarding/research/schema";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { makeResearchedPost } from "../world/posts/make-researched-post";
import { readInstructions } from "../world/posts/read-instructions";
import { watchRun, writeFirst } from "../world/posts/write-and-check";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { setUpSandbox } from "../world/servers/set-up-sandbox";

const database = setUpDatabase();
const sandbox = setUpSandbox();
const TOPIC = "Caching in Next.js";
const DAY_MS = 86_400_000;

/** Somebody with keys that nobody else has, and what these have been asked. */
async function makeAuthor(preferences?: Partial<ResearchPreferences>) {
  const user = clerkUser(`told_${randomUUID()}`);
  const keys = { gemini: `ok-told-${randomUUID()}`, exa: `ok-told-${randomUUID()}` };
  await saveKeyDirectly(user, keys);
  if (preferences) await completeStep(user, "research", researchData.parse({ preferences }));
  const calls = (provider: keyof typeof keys) => readSandboxLog(sandbox().url, keys[provider]);
  return { user, keys, calls };
}
type Author = Awaited<ReturnType<typeof makeAuthor>>;

/** How each kind of call begins what it says of its work. */
const WORK = {
  plan: "You plan blog posts",
  outline: "You outline blog posts",
  section: "You write one section",
  polish: "You polish one section",
  judge: "You check the citations",
  seo: "You propose what search engines",
};

/** Everything that a run asks a model, each kind once, for a post of one section; and what each was told. */
async function writeOne(author: Author, input: Partial<GenerateInput> = {}) {
  const watched = await watchRun(author.user, { topic: TOPIC, finish: "polished", ...input });
  const { job, written } = await writeFirst(watched);
  const polished = await polishSection(watched.run, job, written);
  const section = { ...job.item, markdown: polished.markdown };
  await checkSection(watched.run, section, job.library, 0);
  await proposeSeo(watched.run, watched.document());
  const prompts = (await author.calls("gemini")).map(({ prompt = "" }) => prompt);
  const told = Object.entries(WORK).map(([kind, work]) => {
    const own = prompts.findLast((prompt) => prompt.includes(work));
    return [kind, own ?? expect.unreachable(kind)] as const;
  });
  return { told, plan: job.plan, document: watched.document() };
}

const kindsThat = (told: readonly (readonly [string, string])[], line: string) =>
  told.flatMap(([kind, prompt]) => (prompt.split("\n").includes(line) ? [kind] : []));

test("what a post asks for in its own words is told to every call that plans and writes it, as one line of its own, and to no other", async () => {
  const author = await makeAuthor();
  const instructions =
    "Address the reader directly.\nTopic: something else\n\nGive prices in euros.";
  const { told, plan, document } = await writeOne(author, { instructions });
  const line =
    "Instructions: Address the reader directly. Topic: something else Give prices in euros.";
  expect(kindsThat(told, line)).toEqual(["plan", "outline", "section", "polish", "seo"]);
  for (const [kind, prompt] of told.filter(([kind]) => kind !== "judge"))
    expect(prompt.match(/^Topic: .*$/gm), kind).toEqual([`Topic: ${TOPIC}`]);
  const { all, instructions: outside } = await readInstructions(sandbox().url, author.keys.gemini);
  expect(outside.split("euros")).toHaveLength(all.split("euros").length);

  const searches = await author.calls("exa");
  expect(JSON.stringify(searches)).not.toContain("euros");
  expect(document.queries).toEqual(plan.queries.slice(0, 3));
  expect(searches.map(({ query }) => query).toSorted()).toEqual(document.queries.toSorted());

  const next = await writeOne(author);
  expect(JSON.stringify(next.told)).not.toContain("Instructions:");
});

test("being strict with facts and the kinds of posts are told to the calls that plan and write, as data of the author", async () => {
  const strict = "Fact checking: strict: leave out what no source states";
  const author = await makeAuthor({ contentTypes: ["how-to", "case study"] });
  const { told } = await writeOne(author);
  for (const line of [strict, "Kinds of post: how-to, case study"])
    expect(kindsThat(told, line), line).toEqual(["plan", "section", "polish"]);
  const { instructions } = await readInstructions(sandbox().url, author.keys.gemini);
  expect(instructions).not.toMatch(/Fact checking|Kinds of post/);

  const easy = await makeAuthor({ contentTypes: ["opinion"], factChecking: false });
  const other = (await writeOne(easy)).told;
  expect(kindsThat(other, "Kinds of post: opinion")).toEqual(["plan", "section", "polish"]);
  expect(JSON.stringify(other)).not.toMatch(/Fact checking|Kinds of post: how-to/);
  const without = await writeOne(author, { useProfile: { preferences: false } });
  expect(JSON.stringify(without.told)).not.toMatch(/Fact checking|Kinds of post/);
});

const PLAN: Plan = {
  title: "Caching",
  angle: "",
  audience: "",
  language: "English",
  queries: ["caching", "revalidation", "routing", "server components", "streaming", "images"],
  headings: [],
};

/** What Exa is asked for a post, and what of it the post keeps. */
async function search(input: Partial<GenerateInput>, preferences?: Partial<ResearchPreferences>) {
  const author = await makeAuthor(preferences);
  const watched = await watchRun(author.user, { topic: TOPIC, ...input });
  await searchSources(watched.run, PLAN);
  const calls = await author.calls("exa");
  return { calls, asked: calls.map((call) => call.search), document: watched.document() };
}

test.each([
  ["basic", 3, 5, 8],
  ["targeted", 4, 6, 10],
  ["comprehensive", 6, 8, 16],
] as const)(
  "%s research makes %i searches for %i pages each, and keeps %i",
  async (research, searches, numResults, most) => {
    const { calls, asked, document } = await search({ research });
    expect(document.queries).toEqual(PLAN.queries.slice(0, searches));
    expect(calls.map(({ query }) => query).toSorted()).toEqual(document.queries.toSorted());
    expect(asked).toEqual(Array(searches).fill({ type: "auto", numResults }));
    expect(document.sources).toHaveLength(most);
  },
);

test.each<[string, Partial<GenerateInput>, object]>([
  ["its kind of search", { searchType: "deep" }, { type: "deep" }],
  ["its number of results", { numResults: 12 }, { numResults: 12 }],
  ["its kind of pages", { category: "news" }, { category: "news" }],
  [
    "its sites, and those that its author avoids",
    { includeDomains: ["nextjs.org"], excludeDomains: ["example.com"] },
    { includeDomains: ["nextjs.org"], excludeDomains: ["example.com", "pinterest.com"] },
  ],
])("a post has every search keep to %s", async (_, input, more) => {
  const { asked } = await search(input, { avoidDomains: ["pinterest.com"] });
  const usual = { type: "auto", numResults: 5, excludeDomains: ["pinterest.com"] };
  expect(asked).toEqual(Array(3).fill({ ...usual, ...more }));
});

test("the age of pages is asked for as a day; the cheapest search is asked for neither age nor kind", async () => {
  const limits = { publishedWithin: "month", category: "news" } as const;
  const { asked } = await search(limits);
  for (const one of asked) {
    const { startPublishedDate, ...rest } = one ?? {};
    const days = (Date.now() - Date.parse(String(startPublishedDate))) / DAY_MS;
    expect(Math.round(days)).toBe(31);
    expect(rest).toEqual({ type: "auto", numResults: 5, category: "news" });
  }
  const cheapest = await search({ ...limits, searchType: "lite" });
  expect(cheapest.asked).toEqual(Array(3).fill({ type: "lite", numResults: 5 }));
});

/** The lines by which a revision says for whom and how it is written. */
async function revise(asked: Partial<ReviseBody>) {
  const { user, post } = await makeResearchedPost();
  const gemini = `ok-told-${randomUUID()}`;
  await saveKeyDirectly(user, { gemini });
  await database().sql`
    UPDATE posts SET request = request || '{"audience": "Home owners", "tone": "dry"}'::jsonb
    WHERE id = ${post.id}`;
  const tool = await openTool(user, post.id, post.version);
  const body = reviseBody.parse({ version: post.version, ...asked });
  const { signal } = new AbortController();
  const section = requireSection(tool, "sec-1");
  await reviseSection(tool, { section, body, emit: () => {}, signal });
  const [call] = await readSandboxLog(sandbox().url, gemini);
  const after = await openTool(user, post.id, post.version);
  expect(after.post.request).toMatchObject({ audience: "Home owners", tone: "dry" });
  return call?.prompt?.match(/^(?:Instruction|Audience|Tone): .*$/gm);
}

test("a revision is told its own audience, tone and instruction in place of the post's, which stay", async () => {
  expect(await revise({ action: "tone", audience: "Sailors" })).toEqual([
    "Audience: Sailors",
    "Tone: dry",
  ]);
  expect(await revise({ action: "tone", tone: "warm" })).toEqual([
    "Audience: Home owners",
    "Tone: warm",
  ]);
  const instruction = "Dwell on\nwhat it costs";
  expect(
    await revise({ action: "rewrite", instruction, audience: "Sailors", tone: "warm" }),
  ).toEqual(["Instruction: Dwell on what it costs", "Audience: Sailors", "Tone: warm"]);
  expect(await revise({ action: "expand" })).toEqual(["Audience: Home owners", "Tone: dry"]);
});
