import { expect, test } from "vitest";
import { readSource } from "@/lib/blog/sources/read-source";
import { setUpDatabase } from "../world/database/set-up-database";
import { makeUser } from "../world/posts/make-post";
import { LIBRARY, makeResearchedPost } from "../world/posts/make-researched-post";

setUpDatabase();

test("a source of a post is read with its own passages, word for word and in their order", async () => {
  const { user, post } = await makeResearchedPost();
  const { source, passages } = await readSource(user, post.id, "S2");
  expect(source).toEqual(LIBRARY.sources[1]);
  const own = LIBRARY.passages.filter(({ sourceId }) => sourceId === "S2");
  expect(passages).toEqual(own.map(({ id, text }) => ({ id, text })));
});

test("nobody else reads it, and a source that the post has not is not found", async () => {
  const { user, post } = await makeResearchedPost();
  const missing = { code: "not_found" };
  await expect(readSource(await makeUser(), post.id, "S2")).rejects.toMatchObject(missing);
  for (const id of ["S9", "", "S2.p1", "__proto__"])
    await expect(readSource(user, post.id, id)).rejects.toMatchObject(missing);
});
