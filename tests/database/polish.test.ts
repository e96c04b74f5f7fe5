import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { listMarks } from "@/lib/blog/citations/citation-marks";
import { polishSection } from "@/lib/blog/polish-section";
import { generateBody } from "@/lib/blog/schema";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { watchRun, writeFirst } from "../world/posts/write-and-check";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { setUpSandbox } from "../world/servers/set-up-sandbox";

const database = setUpDatabase();
const sandbox = setUpSandbox();

async function writeOne(user = clerkUser(`polish_${randomUUID()}`)) {
  const gemini = `ok-polish-${randomUUID()}`;
  await saveKeyDirectly(user, { gemini, exa: `ok-polish-${randomUUID()}` });
  const watched = await watchRun(user, { topic: "Caching in Next.js", finish: "polished" });
  const { job, written } = await writeFirst(watched);
  return { user, gemini, watched, job, written };
}

test("a polished section keeps its citations and takes the draft's place, for one call more that is booked", async () => {
  const { user, gemini, watched, job, written } = await writeOne();
  const polished = await polishSection(watched.run, job, written);
  expect(listMarks(polished.markdown).toSorted()).toEqual(listMarks(written.markdown).toSorted());
  const { sections, citations } = watched.document();
  expect(sections[0]?.markdown).toBe(polished.markdown);
  const cited = new Set(citations.map(({ passageId }) => passageId));
  for (const id of listMarks(polished.markdown)) expect(cited).toContain(id);
  const [last] = (await readSandboxLog(sandbox().url, gemini)).slice(-1);
  expect(last?.prompt).toContain("Task: polish the draft");
  const rows = await database().sql`
    SELECT status FROM usage_events WHERE user_id = ${user} AND operation = 'polish'`;
  expect(rows).toEqual([{ status: "settled" }]);
});

test("a reply of no use leaves the draft as it was; a key that is refused is said", async () => {
  const { user, watched, job, written } = await writeOne();
  await saveKeyDirectly(user, { gemini: `safety-polish-${randomUUID()}` });
  expect(await polishSection(watched.run, job, written)).toEqual(written);
  expect(watched.document().sections[0]?.markdown).toBe(written.markdown);
  await saveKeyDirectly(user, { gemini: `bad-polish-${randomUUID()}` });
  await expect(polishSection(watched.run, job, written)).rejects.toMatchObject({
    code: "key_rejected",
  });
});

test("a post is a draft unless it is asked to be polished", () => {
  expect(generateBody.parse({ topic: "Caching" }).finish).toBeUndefined();
  expect(generateBody.parse({ topic: "Caching", finish: "polished" }).finish).toBe("polished");
  expect(generateBody.safeParse({ topic: "Caching", finish: "perfect" }).success).toBe(false);
});
