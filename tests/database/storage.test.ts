import { expect, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { applyEvent, emptyDocument } from "@/lib/blog/apply-event";
import { saveEdit } from "@/lib/blog/edit/save-edit";
import { saveEditBody } from "@/lib/blog/edit/schema";
import { compactResting } from "@/lib/blog/events/compact-resting";
import { readEvents } from "@/lib/blog/events/follow-events";
import { duplicatePost } from "@/lib/blog/library/duplicate-post";
import { requireRoom, requireRoomToGrow } from "@/lib/blog/library/require-room";
import { getPost } from "@/lib/blog/posts/get-post";
import type { Post, PostDocument } from "@/lib/blog/schema";
import { getVersion } from "@/lib/blog/versions/get-version";
import { listVersions } from "@/lib/blog/versions/list-versions";
import { asUser } from "@/lib/db/as-user";
import { LIMITS } from "@/lib/limits/registry";
import { setUpDatabase } from "../world/database/set-up-database";
import { makeLongPost } from "../world/posts/make-long-post";
import { requestPost } from "../world/posts/make-post";
import { makeResearchedPost } from "../world/posts/make-researched-post";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";

const database = setUpDatabase();
const EDITS = scaled(1_000);

/** A reader who left: the last event it was told, and what it held. */
type Reader = { after: number; document: PostDocument };

async function readOn(user: UserId, id: string, reader: Reader): Promise<PostDocument> {
  return (await readEvents(user, id, reader.after)).reduce(applyEvent, reader.document);
}

/** Bytes that the rows of a post take in the database. */
async function weigh(id: string): Promise<number> {
  const [row] = await database().sql`
    SELECT (SELECT sum(pg_column_size(t)) FROM posts t WHERE id = ${id})
      + (SELECT sum(pg_column_size(t)) FROM post_events t WHERE post_id = ${id})
      + (SELECT sum(pg_column_size(t)) FROM post_versions t WHERE post_id = ${id}) AS bytes`;
  return Number(row?.bytes);
}

/** One sentence of one section anew, each time another. */
function rewrite({ version, document }: Post, turn: number) {
  const sections = document.sections.map(({ id, heading, markdown }, at) => {
    const isTurn = at === turn % document.sections.length;
    const text = isTurn ? markdown.replace(/Turn \d+/, `Turn ${turn}`) : markdown;
    return { id, heading, markdown: text };
  });
  return saveEditBody.parse({ version, sections, reason: "outline" });
}

test("however often a post is edited it takes no more than ten times its room, and whoever comes back holds the document", async () => {
  const { user, post: made, bytes } = await makeLongPost();
  let post = made;
  const readers: Reader[] = [{ after: 0, document: emptyDocument(post.topic) }];
  const before = await weigh(post.id);
  for (let turn = 1; turn <= EDITS; turn += 1) {
    post = await saveEdit(user, post.id, rewrite(post, turn));
    readers.push({ after: post.lastEventId, document: post.document });
    if (readers.length > 40) readers.splice(turn % 40, 1);
  }
  const growth = (await weigh(post.id)) - before;
  reportFigure(
    `${EDITS} edits of a post of 20 KB: what the database grew by, in posts of that size`,
    (growth / bytes).toFixed(1),
  );
  expect(growth).toBeLessThan(10 * bytes);
  for (const reader of readers) expect(await readOn(user, post.id, reader)).toEqual(post.document);
  expect(await getPost(user, post.id)).toEqual(post);
});

test("of the versions between each comes back exactly, however many are packed behind it", async () => {
  const { user, post: made } = await makeLongPost();
  let post = made;
  const saved = new Map([[post.version, post.document]]);
  for (let turn = 1; turn <= 30; turn += 1) {
    post = await saveEdit(user, post.id, {
      ...rewrite(post, turn),
      reason: turn % 3 ? "tool" : "typing",
    });
    saved.set(post.version, post.document);
  }
  const kept = await listVersions(user, post.id);
  expect(kept.length).toBeGreaterThan(20);
  for (const { version, words } of kept) {
    expect(await getVersion(user, post.id, version)).toEqual(saved.get(version));
    expect(words).toBeGreaterThan(2_000);
  }
  const [row] = await database().sql`
    SELECT count(*) FILTER (WHERE delta IS NOT NULL)::int AS packed FROM post_versions WHERE post_id = ${post.id}`;
  expect(row?.packed).toBe(kept.length - 2);
});

test("the oldest versions leave, but never what a run has written or what was published", async () => {
  const { user, post: made } = await makeResearchedPost();
  let post = made;
  const type = async (turn: number) => {
    const [first, ...others] = post.document.sections;
    if (!first) throw new Error("There is a section.");
    const sections = [{ ...first, markdown: `Turn ${turn}.` }, ...others].map(
      ({ id, heading, markdown }) => ({ id, heading, markdown }),
    );
    post = await saveEdit(
      user,
      post.id,
      saveEditBody.parse({ version: post.version, sections, reason: "tool" }),
    );
    return post;
  };
  await type(1);
  const published = await type(2);
  await database().sql`
    INSERT INTO publications (post_id, user_id, integration_id, kind, site_url, status, version)
    VALUES (${post.id}, ${user}, gen_random_uuid(), 'ghost', 'https://example.org', 'live', ${post.version})`;
  for (let turn = 3; turn <= LIMITS.keptVersions + 10; turn += 1) await type(turn);
  const versions = (await listVersions(user, post.id)).map(({ version }) => version);
  expect(versions.length).toBeLessThanOrEqual(LIMITS.keptVersions + 2);
  expect(versions).toEqual(expect.arrayContaining([made.version, published.version, post.version]));
  expect(await getVersion(user, post.id, published.version)).toEqual(published.document);
  expect(await getVersion(user, post.id, made.version)).toEqual(made.document);
});

test("what a run said is put briefly once it is long over, and its readers hold what they held", async () => {
  const { user, post } = await makeLongPost();
  const seen = await readEvents(user, post.id);
  const readers = [0, 1, 7, Math.floor(seen.length / 2), seen.length].map((count) => {
    const known = seen.slice(0, count);
    const document = known.reduce(applyEvent, emptyDocument(post.topic));
    return { after: known.at(-1)?.id ?? 0, document };
  });
  await compactResting();
  expect(await readEvents(user, post.id)).toEqual(seen);
  await database()
    .sql`UPDATE posts SET finished_at = now() - interval '2 hours' WHERE id = ${post.id}`;
  await compactResting();
  const brief = await readEvents(user, post.id);
  expect(brief.length).toBeLessThan(seen.length / 3);
  for (const reader of readers) expect(await readOn(user, post.id, reader)).toEqual(post.document);
  expect((await getPost(user, post.id))?.document).toEqual(post.document);
  await compactResting();
  expect(await readEvents(user, post.id)).toEqual(brief);
});

test("who has as many posts as there may be, or as much in them, is told so before anything is paid", async () => {
  const { user, post } = await makeLongPost();
  await database().sql`
    INSERT INTO posts (user_id, topic, title, request, request_hash, status)
    SELECT ${user}, 'T', 'T', '{}', '', 'stopped' FROM generate_series(2, ${LIMITS.postsOfUser})`;
  const refused = (detail: RegExp) => ({
    code: "storage_full",
    message: expect.stringMatching(detail),
  });
  await expect(requestPost(user, { topic: "One more" })).rejects.toMatchObject(
    refused(/2,000 posts/),
  );
  await expect(duplicatePost(user, post.id)).rejects.toMatchObject(refused(/after 7 days/));
  await requestPost((await makeResearchedPost()).user, { topic: "Somebody else's" });
});

test("a post that is far larger than usual grows only while there is room, and usual ones always do", async () => {
  const { user, post } = await makeLongPost();
  await database().sql`
    INSERT INTO post_checkpoints (post_id, step, user_id, data, finished_at)
    SELECT ${post.id}, 'filled-' || part, ${user}, to_jsonb(gen_random_uuid()), now()
    FROM generate_series(1, 40000) part`;
  await requireRoom(user, 2);
  await expect(requireRoom(user, 1)).rejects.toMatchObject({
    message: expect.stringMatching(/1 MB, of 1 that/),
  });
  const large = { ...post.document, title: "x".repeat(LIMITS.usualPostKilobytes * 1024) };
  const grow = (before: PostDocument, after: PostDocument, megabytes: number) =>
    asUser(user, (tx) => requireRoomToGrow(tx, before, after, megabytes));
  await grow(post.document, large, 2);
  await grow(post.document, { ...post.document, title: "Longer" }, 1);
  await grow(large, large, 1);
  await expect(grow(post.document, large, 1)).rejects.toMatchObject({ code: "storage_full" });
});
