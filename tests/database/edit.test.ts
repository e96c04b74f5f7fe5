import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEvent, emptyDocument } from "@/lib/blog/apply-event";
import { changePost } from "@/lib/blog/edit/change-post";
import { saveEdit } from "@/lib/blog/edit/save-edit";
import { type SaveEditBody, saveEditBody } from "@/lib/blog/edit/schema";
import { readEvents } from "@/lib/blog/events/follow-events";
import { getPost } from "@/lib/blog/posts/get-post";
import type { Post, PostDocument } from "@/lib/blog/schema";
import { getVersion } from "@/lib/blog/versions/get-version";
import { listVersions } from "@/lib/blog/versions/list-versions";
import { restoreVersion } from "@/lib/blog/versions/restore-version";
import { dumpDatabase } from "../world/database/dump-database";
import { setUpDatabase } from "../world/database/set-up-database";
import { makePost, makeUser } from "../world/posts/make-post";
import { LIBRARY, makeResearchedPost } from "../world/posts/make-researched-post";
import { scaled } from "../world/scale";

const database = setUpDatabase();
const edit = (body: object): SaveEditBody => saveEditBody.parse(body);
type SentSection = { id: string; heading: string; markdown: string; sourceIds?: string[] };
const listSections = ({ document }: Post): SentSection[] =>
  document.sections.map(({ id, heading, markdown }) => ({ id, heading, markdown }));
const ownParts = ({ title, sections, citations, verdicts, seo }: PostDocument) => {
  return { title, sections, citations, verdicts, seo };
};

async function expectFolded(user: Parameters<typeof getPost>[0], post: Post): Promise<void> {
  const events = await readEvents(user, post.id);
  expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
  expect(events.at(-1)).toMatchObject({ type: "done", data: { status: post.status } });
  expect(events.reduce(applyEvent, emptyDocument(post.topic))).toEqual(post.document);
  expect(await getPost(user, post.id)).toEqual(post);
}

const mark = fc.constantFrom("[^S1.p1]", "[^S1.p2]", "[^S2.p1]", "[^S3.p1]", "[^S9.p9]");
const word = fc.constantFrom(
  "The cache holds 42 pages",
  "Größe 99 %",
  "日本 in 1999",
  "`code`",
  "a",
);
const sentence = fc
  .tuple(word, fc.array(mark, { maxLength: 2 }))
  .map(([text, marks]) => `${text} ${marks.join("")}.`);
const markdown = fc.array(sentence, { maxLength: 4 }).map((sentences) => sentences.join(" "));
/** One change of a list of sections, of the kinds that the editor makes. */
const step = fc.oneof(
  fc.record({ kind: fc.constant("write" as const), at: fc.nat(9), markdown }),
  fc.record({ kind: fc.constant("move" as const), at: fc.nat(9), to: fc.nat(9) }),
  fc.record({ kind: fc.constant("add" as const), at: fc.nat(9), markdown }),
  fc.record({ kind: fc.constant("merge" as const), at: fc.nat(9) }),
  fc.record({ kind: fc.constant("delete" as const), at: fc.nat(9) }),
  fc.record({ kind: fc.constant("rename" as const), at: fc.nat(9), heading: word }),
  fc.record({
    kind: fc.constant("sources" as const),
    at: fc.nat(9),
    sourceIds: fc.array(fc.constantFrom("S1", "S2", "S3"), { maxLength: 4 }),
    markdown: fc.option(markdown, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant("title" as const), title: word }),
  fc.record({ kind: fc.constant("seo" as const), keyword: word }),
  fc.record({ kind: fc.constant("restore" as const), version: fc.nat(9) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
let added = 0;

function change(post: Post, change: Exclude<Step, { kind: "restore" }>): SaveEditBody {
  const sections = listSections(post);
  const { version } = post;
  if (change.kind === "title") return edit({ version, title: change.title });
  if (change.kind === "seo") {
    const { keyword } = change;
    const seo = { keyword, title: "T", titles: [], description: "D", slug: "a-slug", tags: ["x"] };
    return edit({ version, seo, reason: "seo" });
  }
  const at = change.at % sections.length;
  const [chosen] = sections.splice(at, 1);
  if (!chosen) throw new Error("There is always a section.");
  const next = sections[at];
  if (change.kind === "write") sections.splice(at, 0, { ...chosen, markdown: change.markdown });
  if (change.kind === "rename") sections.splice(at, 0, { ...chosen, heading: change.heading });
  if (change.kind === "sources") {
    const { sourceIds, markdown: text = chosen.markdown } = change;
    sections.splice(at, 0, { ...chosen, markdown: text, sourceIds });
    return edit({ version, sections, reason: "sources" });
  }
  if (change.kind === "move") sections.splice(change.to % (sections.length + 1), 0, chosen);
  if (change.kind === "add") {
    added += 1;
    const fresh = { id: `new-${added}`, heading: "New", markdown: change.markdown };
    sections.splice(at, 0, chosen, fresh);
  }
  if (change.kind === "merge" && next)
    sections[at] = { ...next, markdown: `${chosen.markdown}\n\n${next.markdown}` };
  if (sections.length === 0) sections.push(chosen);
  return edit({ version, sections, reason: "outline" });
}

test("whatever is edited, the fold of all events is the stored document, and every version comes back exactly", async () => {
  const plans = fc.sample(fc.array(step, { minLength: 1, maxLength: 12 }), scaled(200));
  for (const plan of plans) {
    const { user, post: made } = await makeResearchedPost();
    let post = made;
    for (const one of plan) {
      const before = post.version;
      const versions = (await listVersions(user, post.id)).map(({ version }) => version);
      if (one.kind === "restore") {
        const earlier = versions[one.version % Math.max(1, versions.length)];
        if (earlier === undefined) continue;
        const kept = await getVersion(user, post.id, earlier);
        post = await restoreVersion(user, post.id, { earlier, version: before });
        const { seo } = post.document;
        expect(ownParts(post.document)).toEqual({ ...ownParts(kept), seo: kept.seo ?? seo });
      } else post = await saveEdit(user, post.id, change(post, one));
      expect([before, before + 1]).toContain(post.version);
      if (post.version > before)
        expect(await getVersion(user, post.id, post.version)).toEqual(post.document);
      const cited = post.document.citations.map(({ passageId }) => passageId);
      const known = new Set(LIBRARY.passages.map(({ id }) => id));
      expect(cited.filter((id) => !known.has(id))).toEqual([]);
      expect(JSON.stringify(post.document.sections)).not.toContain("S9.p9");
    }
    await expectFolded(user, post);
  }
});

test("of two saves of the same version exactly one wins, and the other is told without a word of the text", async () => {
  for (let round = 0; round < scaled(100); round += 1) {
    const { user, post } = await makeResearchedPost();
    const saves = ["one", "other"].map((title) =>
      saveEdit(user, post.id, edit({ version: post.version, title })),
    );
    const results = await Promise.allSettled(saves);
    const won = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    const lost = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect([won.length, lost.length]).toEqual([1, 1]);
    expect(lost[0]).toMatchObject({ code: "edit_conflict", context: {} });
    await expectFolded(user, won[0] ?? post);
  }
});

test("what the run has written stays the first version, typing in a row makes one more, and its number rises", async () => {
  const { user, post } = await makeResearchedPost();
  let current = post;
  for (const word of ["a", "ab", "abc"]) {
    const sections = listSections(current);
    sections[0] = { ...(sections[0] ?? { id: "sec-1", heading: "x" }), markdown: word };
    current = await saveEdit(user, post.id, edit({ version: current.version, sections }));
  }
  const tool = edit({ version: current.version, title: "Better", reason: "tool" });
  current = await saveEdit(user, post.id, tool);
  expect(current.version).toBe(5);
  const versions = await listVersions(user, post.id);
  expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
    [5, "tool"],
    [4, "typing"],
    [1, "run"],
  ]);
  expect(versions.map(({ words }) => words)).toEqual([19, 19, 27]);
  const back = await restoreVersion(user, post.id, { earlier: 1, version: 5 });
  expect(back.document).toEqual(post.document);
  expect(await listVersions(user, post.id)).toHaveLength(4);
});

test("an edit that changes nothing makes no version and no event", async () => {
  const { user, post } = await makeResearchedPost();
  const { title } = post.document;
  const same = edit({ version: 1, title, sections: listSections(post) });
  expect(await saveEdit(user, post.id, same)).toEqual(post);
  expect(await listVersions(user, post.id)).toHaveLength(1);
  await expectFolded(user, post);
});

test("a sentence that stays keeps what was found of it; a changed number is refuted at once", async () => {
  const { user, post } = await makeResearchedPost();
  const sections = listSections(post);
  const markdown = `${sections[0]?.markdown} It held 4711 pages [^S1.p2].`;
  sections[0] = { id: "sec-1", heading: "Heading 1", markdown };
  const saved = await saveEdit(user, post.id, edit({ version: 1, sections }));
  const [verdict] = saved.document.verdicts;
  expect(verdict?.claims.filter(({ passageIds }) => passageIds.length > 0)).toEqual([
    post.document.verdicts[0]?.claims[0],
    expect.objectContaining({ text: "It held 4711 pages.", level: "unsupported" }),
  ]);
  expect(saved.document.citations.slice(0, 2)).toEqual([
    post.document.citations[0],
    expect.objectContaining({ sectionId: "sec-1", passageId: "S1.p2", sourceId: "S1" }),
  ]);
  const quote = saved.document.citations[1]?.quote ?? "";
  expect(LIBRARY.passages.find(({ id }) => id === "S1.p2")?.text).toContain(quote);
  expect(saved.document.sections[0]?.sourceIds).toEqual(["S1"]);
});

test("the sources of a section are chosen by an edit, stay so while its text is written, and come back", async () => {
  const { user, post } = await makeResearchedPost();
  const send = (at: Post, part: Partial<SentSection>, reason = "sources") => {
    const [first, ...rest] = listSections(at);
    return saveEdit(
      user,
      post.id,
      edit({ version: at.version, sections: [{ ...first, ...part }, ...rest], reason }),
    );
  };
  const sourcesOf = ({ document }: Post) => document.sections[0]?.sourceIds;
  const chosen = await send(post, { sourceIds: ["S3", "S2", "S3"] });
  expect([chosen.version, sourcesOf(chosen)]).toEqual([2, ["S3", "S2"]]);
  expect(chosen.document.citations).toEqual(post.document.citations);
  expect(chosen.document.verdicts).toEqual(post.document.verdicts);
  expect(await listVersions(user, post.id)).toMatchObject([{ reason: "sources" }, {}]);
  const text = chosen.document.sections[0]?.markdown ?? "";
  const typed = await send(chosen, { markdown: `${text} And more.` }, "typing");
  expect(sourcesOf(typed)).toEqual(["S3", "S2"]);
  const cited = await send(typed, { markdown: `${text} Or [^S2.p1].` });
  expect(sourcesOf(cited)).toEqual(["S3", "S2"]);
  const any = await send(cited, { sourceIds: [] });
  expect(sourcesOf(await send(any, { markdown: `${text} New [^S3.p1].` }))).toEqual([]);
  const current = await getPost(user, post.id);
  const { version = 0 } = current ?? {};
  const back = await restoreVersion(user, post.id, { earlier: 1, version });
  expect(back.document).toEqual(post.document);
  await expectFolded(user, back);
});

test("a source that the post does not have is refused by name, and nothing changes", async () => {
  const { user, post } = await makeResearchedPost();
  const [first, second] = listSections(post);
  const sections = [first, { ...second, sourceIds: ["S1", "S9", "nonsense"] }];
  await expect(
    saveEdit(user, post.id, edit({ version: 1, sections, reason: "sources" })),
  ).rejects.toMatchObject({
    code: "invalid",
    context: {
      fields: [{ field: "sections.1.sourceIds", message: expect.stringMatching(/“S9”/) }],
    },
  });
  expect(await getPost(user, post.id)).toEqual(post);
});

test("a length that was asked for stays with its section, whatever is edited", async () => {
  const { user, post } = await makeResearchedPost();
  const items = post.document.sections.map(({ id, heading, sourceIds }) => ({
    id,
    heading,
    sourceIds,
  }));
  const asked = items.map((item, index) => (index === 1 ? { ...item, words: 400 } : item));
  const { title } = post.document;
  const made = await changePost(user, post.id, async () => {
    return { events: [{ type: "outline", data: { title, sections: asked } }], reason: "outline" };
  });
  expect(made.document.sections.map(({ words }) => words)).toEqual([undefined, 400, undefined]);
  const sections = listSections(made).toReversed();
  sections[1] = { ...(sections[1] ?? { id: "sec-2", heading: "x" }), markdown: "Other words." };
  const saved = await saveEdit(user, post.id, edit({ version: made.version, sections }));
  expect(saved.document.sections[1]?.words).toBe(400);
  await expectFolded(user, saved);
});

test("another user's post is not there, a live one is refused, and neither changes", async () => {
  const { user, post } = await makeResearchedPost();
  await saveEdit(user, post.id, edit({ version: 1, title: "Mine" }));
  const stranger = await makeUser();
  const live = await makePost();
  const before = await dumpDatabase(database().sql);
  const body = edit({ version: 2, title: "Theirs" });
  const attempts = [
    saveEdit(stranger, post.id, body),
    restoreVersion(stranger, post.id, { earlier: 1, version: 2 }),
    getVersion(stranger, post.id, 1),
    listVersions(stranger, post.id),
  ];
  for (const attempt of await Promise.allSettled(attempts))
    expect(attempt).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
  await expect(
    saveEdit(live.user, live.id, edit({ version: 0, title: "x" })),
  ).rejects.toMatchObject({ code: "still_writing" });
  expect(await dumpDatabase(database().sql)).toEqual(before);
});
