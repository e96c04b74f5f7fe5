import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { postCheckpoints } from "@/drizzle/schema/posts";
import { publications } from "@/drizzle/schema/publishing";
import type { UserId } from "@/lib/auth/user-id";
import { applyEvent, emptyDocument } from "@/lib/blog/apply-event";
import { saveEdit } from "@/lib/blog/edit/save-edit";
import { saveEditBody } from "@/lib/blog/edit/schema";
import { readEvents } from "@/lib/blog/events/follow-events";
import { deletePost } from "@/lib/blog/library/delete-post";
import type { PostDocument } from "@/lib/blog/schema";
import { checkOriginality } from "@/lib/blog/tools/check-originality";
import { describeLinks, findOwnLinks } from "@/lib/blog/tools/find-own-links";
import { openTool, requireSection } from "@/lib/blog/tools/open-tool";
import { proposeLinks } from "@/lib/blog/tools/propose-links";
import { asUser } from "@/lib/db/as-user";
import { listLivePosts } from "@/lib/publish/list-live-posts";
import { dumpDatabase } from "../world/database/dump-database";
import { setUpDatabase } from "../world/database/set-up-database";
import { insertReadyPost } from "../world/posts/insert-ready-post";
import { makeUser } from "../world/posts/make-post";
import { makeResearchedPost } from "../world/posts/make-researched-post";

const database = setUpDatabase();
const TEXT =
  "The cache of a route holds 42 pages until a tag revalidates them, and each page is rendered again on demand.";

type Live = {
  status?: string;
  url?: string | null;
  site?: string;
  version?: number;
  document?: Partial<PostDocument>;
};

/** A post of a user that was published somewhere. */
async function publish(user: UserId, { document, ...row }: Live = {}): Promise<string> {
  const sections = [{ id: "sec-1", heading: "Pages of a cache", sourceIds: [], markdown: TEXT }];
  const title = "How a cache holds its pages";
  const id = await insertReadyPost(user, { document: { title, sections, ...document } });
  await publishAgain(user, id, row);
  return id;
}

function publishAgain(user: UserId, postId: string, { status, url, site, version }: Live) {
  const remoteUrl = url === undefined ? `https://me.example/${postId}` : url;
  const common = { postId, userId: user, kind: "wordpress", siteUrl: "https://me.example" };
  return asUser(user, (tx) =>
    tx.insert(publications).values({
      ...common,
      integrationId: site ?? randomUUID(),
      status: status ?? "live",
      version: version ?? 1,
      remoteId: "7",
      remoteUrl,
    }),
  );
}

const open = async (user: UserId, postId: string, version: number) => {
  const tool = await openTool(user, postId, version);
  return { tool, section: requireSection(tool, "sec-1") };
};
const addresses = async (user: UserId, except: string = randomUUID()) =>
  (await listLivePosts(user, except)).map(({ postId }) => postId);

test("a published post is cited as a source of its own, and every reader folds the same document", async () => {
  const { user, post } = await makeResearchedPost();
  const postId = await publish(user);
  const { tool, section } = await open(user, post.id, post.version);
  const found = describeLinks(tool, await findOwnLinks(tool, section));
  expect(found).toEqual({
    version: post.version,
    published: 1,
    links: [
      {
        postId,
        title: "How a cache holds its pages",
        url: `https://me.example/${postId}`,
        sentence: "The cache holds 42 pages.",
      },
    ],
  });
  const proposal = await proposeLinks(tool, section, [postId]);
  expect(proposal.markdown).toBe("The cache holds 42 pages [^S1.p1] [^S4.p1]. More of it here.");
  expect(proposal.sources).toEqual([
    {
      id: "S4",
      url: `https://me.example/${postId}`,
      title: "How a cache holds its pages",
      publishedAt: null,
    },
  ]);
  expect(proposal.citations[1]).toMatchObject({ passageId: "S4.p1", quote: TEXT });
  expect((await openTool(user, post.id, post.version)).post.document).toEqual(post.document);

  const sections = post.document.sections.map(({ id, heading, markdown }) => {
    return { id, heading, markdown: id === "sec-1" ? proposal.markdown : markdown };
  });
  const edit = saveEditBody.parse({ version: post.version, sections, reason: "tool" });
  const saved = await saveEdit(user, post.id, edit);
  expect(saved.document.sources.at(-1)).toEqual(proposal.sources[0]);
  expect(saved.document.sections[0]?.markdown).toBe(proposal.markdown);
  expect(saved.document.citations.filter((one) => one.sectionId === "sec-1")).toEqual(
    proposal.citations,
  );
  const events = await readEvents(user, post.id);
  expect(events.reduce(applyEvent, emptyDocument(post.topic))).toEqual(saved.document);

  const later = await open(user, post.id, saved.version);
  expect((await findOwnLinks(later.tool, later.section)).matches).toEqual([]);
});

test("a proposal that is asked for twice keeps its number, and a changed post gets a new passage", async () => {
  const { user, post } = await makeResearchedPost();
  const postId = await publish(user);
  const { tool, section } = await open(user, post.id, 1);
  const first = await proposeLinks(tool, section, [postId]);
  const again = await open(user, post.id, 1);
  expect(await proposeLinks(again.tool, section, [postId])).toEqual(first);
  const kept = await asUser(user, (tx) => tx.select().from(postCheckpoints));
  expect(kept.filter(({ step }) => step.startsWith("found:"))).toHaveLength(1);
  await database().sql`
    UPDATE posts SET document = jsonb_set(document, '{sections,0,markdown}', ${`"${TEXT} And more."`}::jsonb)
    WHERE id = ${postId}`;
  const changed = await open(user, post.id, 1);
  const second = await proposeLinks(changed.tool, section, [postId]);
  expect(second.markdown).toContain("[^S4.p2]");
  expect(second.sources).toEqual(first.sources);
});

test("two proposals at once never share a number", async () => {
  const { user, post } = await makeResearchedPost();
  const ids = [await publish(user), await publish(user, { document: { title: "Cache pages" } })];
  const { tool, section } = await open(user, post.id, 1);
  const both = await Promise.all(ids.map((id) => proposeLinks(tool, section, [id])));
  const numbers = both.flatMap(({ sources }) => sources.map(({ id }) => id));
  expect(numbers.toSorted()).toEqual(["S4", "S5"]);
});

test("only what is live, one's own, not deleted and not this post is offered", async () => {
  const user = await makeUser();
  const site = randomUUID();
  const live = await publish(user);
  await publish(user, { status: "draft" });
  await publish(user, { status: "scheduled" });
  await publish(user, { status: "failed", url: null });
  await publish(user, { url: "javascript:alert(1)" });
  const withdrawn = await publish(user, { site });
  await publishAgain(user, withdrawn, { site, status: "draft" });
  const elsewhere = await publish(user, { site, status: "draft" });
  await publishAgain(user, elsewhere, { site: randomUUID() });
  const deleted = await publish(user);
  await deletePost(user, deleted);
  await publish(await makeUser());
  expect((await addresses(user)).toSorted()).toEqual([live, elsewhere].toSorted());
  expect(await addresses(user, live)).toEqual([elsewhere]);
});

test("the words of the version that was published count, not what was written since", async () => {
  const { user, post } = await makeResearchedPost();
  await publishAgain(user, post.id, { version: 1 });
  const sections = [{ id: "sec-1", heading: "New", markdown: "Written since." }];
  await saveEdit(user, post.id, saveEditBody.parse({ version: 1, sections }));
  expect((await listLivePosts(user, randomUUID()))[0]?.document).toEqual(post.document);
  await publishAgain(user, post.id, { version: 99 });
  expect((await listLivePosts(user, randomUUID()))[0]?.document.sections).toMatchObject(sections);
});

test("copied words are found in all that the post has retrieved, and sentences in one's own posts alone", async () => {
  const { user, post } = await makeResearchedPost();
  const copied = "Passage S3.p1 says that the cache of route 5 holds 42 pages";
  const shared = "This is a sentence that I have written before.";
  const sections = [{ id: "sec-1", heading: "One", markdown: `${copied}. ${shared} Mine.` }];
  const saved = await saveEdit(user, post.id, saveEditBody.parse({ version: 1, sections }));
  const stranger = await makeUser();
  const theirs = { id: "x", heading: "x", sourceIds: [], markdown: shared };
  await insertReadyPost(stranger, { document: { sections: [theirs] } });
  const check = async () => {
    const { tool, section } = await open(user, post.id, saved.version);
    return checkOriginality(tool, section);
  };
  const before = await dumpDatabase(database().sql);
  const found = await check();
  expect(found).toMatchObject({
    copied: [{ text: copied, words: 13, start: 0, end: copied.length, passageId: "S3.p1" }],
    shared: [],
    compared: { sources: 3, posts: 0 },
  });
  expect(await dumpDatabase(database().sql)).toEqual(before);
  const own = await insertReadyPost(user, { document: { title: "Mine", sections: [theirs] } });
  expect(await check()).toMatchObject({
    shared: [{ text: shared, postId: own }],
    compared: { posts: 1 },
  });
  await deletePost(user, own);
  expect((await check()).shared).toEqual([]);
});
