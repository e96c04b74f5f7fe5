import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { analyzePost } from "@/lib/blog/analyses/analyze-post";
import { listAnalyses } from "@/lib/blog/analyses/list-analyses";
import { type AnalysisBody, analysisBody } from "@/lib/blog/analyses/schema";
import { saveEdit } from "@/lib/blog/edit/save-edit";
import { saveEditBody } from "@/lib/blog/edit/schema";
import { getPost } from "@/lib/blog/posts/get-post";
import { openTool } from "@/lib/blog/tools/open-tool";
import { saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { makeUser } from "../world/posts/make-post";
import { makeResearchedPost } from "../world/posts/make-researched-post";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { setUpSandbox } from "../world/servers/set-up-sandbox";

const database = setUpDatabase();
const sandbox = setUpSandbox();

async function makeAnalyzed(state = "ok") {
  const { user, post } = await makeResearchedPost();
  const gemini = `${state}-analysis-${randomUUID()}`;
  await saveKeyDirectly(user, { gemini, exa: `ok-analysis-${randomUUID()}` });
  const analyze = async (asked: Partial<AnalysisBody>, version = post.version) => {
    const body = analysisBody.parse({ version, kind: "seo", ...asked });
    const { signal } = new AbortController();
    const tool = await openTool(user, post.id, version);
    return analyzePost(tool, { body, emit: () => {}, signal });
  };
  const calls = () => readSandboxLog(sandbox().url, gemini);
  return { user, post, analyze, calls };
}

const paid = async (postId: string) => {
  const rows = await database().sql`
    SELECT operation, status, cost_usd > 0 AS paid FROM usage_events WHERE post_id = ${postId}`;
  return rows.map(({ operation, status, paid: some }) => [operation, status, some]);
};

test("a model says what it would change, quoting the post, for one call that is booked; it is kept and changes nothing", async () => {
  const { user, post, analyze, calls } = await makeAnalyzed();
  expect(await listAnalyses(user, post.id)).toEqual({ version: post.version, analyses: [] });
  expect(await calls()).toEqual([]);
  const made = await analyze({});
  expect(made.findings.map(({ sectionId }) => sectionId)).toEqual(["sec-1", "sec-2", "sec-3"]);
  for (const { quote } of made.findings) expect(quote).toBe("The cache holds 42 pages.");
  expect(await paid(post.id)).toEqual([["analysis-seo", "settled", true]]);
  const before = await getPost(user, post.id);
  expect(before?.document.sections).toEqual(post.document.sections);
  expect(before).toMatchObject({ version: post.version });
  expect(await listAnalyses(user, post.id)).toEqual({ version: post.version, analyses: [made] });
});

test("each kind is kept once, the newest, with the version that it read; nobody else sees or asks it", async () => {
  const { user, post, analyze } = await makeAnalyzed();
  const seo = await analyze({ kind: "seo" });
  await analyze({ kind: "flow" });
  const flow = await analyze({ kind: "flow", depth: "advanced" });
  const sections = post.document.sections.map(({ id, heading, markdown }) => ({
    ...{ id, heading },
    markdown: `${markdown} And more.`,
  }));
  const edited = await saveEdit(
    user,
    post.id,
    saveEditBody.parse({ version: post.version, sections }),
  );
  const { version, analyses } = await listAnalyses(user, post.id);
  expect(version).toBe(edited.version);
  expect(analyses.toSorted((one, other) => one.kind.localeCompare(other.kind))).toEqual([
    flow,
    seo,
  ]);
  expect(analyses.every((kept) => kept.version === post.version)).toBe(true);
  await expect(analyze({})).rejects.toMatchObject({ code: "edit_conflict" });
  const other = await makeUser();
  await expect(listAnalyses(other, post.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(openTool(other, post.id, edited.version)).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a refused key is said as what it is, and what was kept before stays", async () => {
  const { user, post, analyze } = await makeAnalyzed("invalid");
  await expect(analyze({})).rejects.toMatchObject({ code: "key_rejected" });
  expect((await listAnalyses(user, post.id)).analyses).toEqual([]);
  expect((await paid(post.id)).every(([, , some]) => some === false)).toBe(true);
});

test("where sections meet the model reads their edges, and all of them where the whole text is asked for", async () => {
  const { user, post, analyze, calls } = await makeAnalyzed();
  const middle = "This sentence stands in the very middle of it.";
  const around = "A cache keeps what was made once, and hands it out again. ".repeat(30);
  const sections = post.document.sections.map(({ id, heading }) => ({
    ...{ id, heading },
    markdown: `${around}${middle} ${around}`,
  }));
  const { version } = await saveEdit(
    user,
    post.id,
    saveEditBody.parse({ version: post.version, sections }),
  );
  await analyze({ kind: "flow" }, version);
  await analyze({ kind: "flow", depth: "advanced" }, version);
  const prompts = (await calls()).map(({ prompt }) => prompt);
  expect(prompts.map((prompt) => prompt?.includes(middle))).toEqual([false, true]);
});
