import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { posts } from "@/drizzle/schema/posts";
import { finishRun } from "@/lib/blog/finish-run";
import { deletePost } from "@/lib/blog/library/delete-post";
import { restorePost } from "@/lib/blog/library/restore-post";
import type { PostStatus } from "@/lib/blog/schema";
import { asUser } from "@/lib/db/as-user";
import { addNotice } from "@/lib/notices/add-notice";
import { listNotices } from "@/lib/notices/list-notices";
import { readNotices } from "@/lib/notices/read-notices";
import { noticeKind } from "@/lib/notices/schema";
import { setUpDatabase } from "../world/database/set-up-database";
import { makePost, makeUser, requestPost } from "../world/posts/make-post";

setUpDatabase();

test.for([
  { status: "ready", heard: ["ready"] },
  { status: "failed", heard: ["failed"] },
  { status: "needs-key", heard: ["needs-key"] },
  { status: "stopped", heard: [] },
] as const)("a run that ends as $status gives the notices $heard", async ({ status, heard }) => {
  const { user, id } = await makePost();
  await finishRun(user, id, { status });
  await finishRun(user, id, { status });
  const { notices, unread } = await listNotices(user);
  expect(notices.map(({ kind }) => kind)).toEqual(heard);
  expect(unread).toBe(heard.length);
  for (const notice of notices)
    expect(notice).toMatchObject({ postId: id, title: "Caching in Next.js", readAt: null });
});

/** The ways in which what a notice asks for is done, by the status that a post has then. */
const DONE = {
  waiting: "queued",
  failed: "queued",
  "needs-key": "running",
} as const satisfies Partial<Record<PostStatus, PostStatus>>;

test.for(Object.entries(DONE))(
  "a post that no longer is %s says nothing of it, unread or read",
  async ([kind, then]) => {
    const { user, id } = await makePost();
    const set = (status: string) =>
      asUser(user, (tx) => tx.update(posts).set({ status }).where(eq(posts.id, id)));
    await set(kind);
    await asUser(user, (tx) => addNotice(tx, user, id, noticeKind.parse(kind)));
    expect(await listNotices(user)).toMatchObject({ unread: 1, notices: [{ kind }] });
    await set(then);
    expect(await listNotices(user)).toEqual({ unread: 0, notices: [] });
  },
);

test("only the newest notice of a post is told, and an undone transaction gives none", async () => {
  const { user, id } = await makePost();
  await finishRun(user, id, { status: "failed" });
  await asUser(user, (tx) => addNotice(tx, user, id, "failed"));
  const undone = asUser(user, async (tx) => {
    await addNotice(tx, user, id, "ready");
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  const { notices, unread } = await listNotices(user);
  expect(notices).toMatchObject([{ kind: "failed", readAt: null }]);
  expect(unread).toBe(1);
});

test("notices are read one by one, by their post, or all at once", async () => {
  const user = await makeUser();
  const ids: string[] = [];
  for (const topic of ["One", "Two", "Three", "Four"]) {
    const { id } = await requestPost(user, { topic });
    await finishRun(user, id, { status: "ready" });
    ids.push(id);
  }
  const unread = async () =>
    (await listNotices(user)).notices.filter(({ readAt }) => !readAt).map(({ title }) => title);
  expect(await unread()).toEqual(["Four", "Three", "Two", "One"]);
  const [newest] = (await listNotices(user)).notices;
  await readNotices(user, { ids: [newest?.id ?? ""] });
  expect(await unread()).toEqual(["Three", "Two", "One"]);
  await readNotices(user, { postId: ids[0] ?? "" });
  expect(await unread()).toEqual(["Three", "Two"]);
  await readNotices(user, { all: true });
  expect(await listNotices(user)).toMatchObject({ unread: 0 });
});

test("a deleted post has no notices until it is restored", async () => {
  const { user, id } = await makePost();
  await finishRun(user, id, { status: "ready" });
  await deletePost(user, id);
  expect(await listNotices(user)).toEqual({ notices: [], unread: 0 });
  await restorePost(user, id);
  expect(await listNotices(user)).toMatchObject({ unread: 1 });
});

test("nobody sees, reads or gives another user's notices", async () => {
  const { user, id } = await makePost();
  const other = await makeUser();
  await finishRun(user, id, { status: "ready" });
  const before = await listNotices(user);
  expect(await listNotices(other)).toEqual({ notices: [], unread: 0 });
  await readNotices(other, { all: true });
  await readNotices(other, { postId: id });
  await readNotices(other, { ids: before.notices.map((notice) => notice.id) });
  await expect(asUser(other, (tx) => addNotice(tx, other, id, "failed"))).rejects.toThrow();
  await expect(asUser(other, (tx) => addNotice(tx, user, id, "failed"))).rejects.toThrow();
  expect(await listNotices(user)).toEqual(before);
});
