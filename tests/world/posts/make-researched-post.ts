import { postCheckpoints } from "@/drizzle/schema/posts";
import type { UserId } from "@/lib/auth/user-id";
import { appendEvents, type NewEvent } from "@/lib/blog/events/append-events";
import { finishRun } from "@/lib/blog/finish-run";
import { getPost } from "@/lib/blog/posts/get-post";
import type { Library } from "@/lib/blog/run";
import type { Post } from "@/lib/blog/schema";
import { asUser } from "@/lib/db/as-user";
import { makePost } from "./make-post";

const text = (id: string) =>
  `Passage ${id} says that the cache of route ${id.length} holds 42 pages. It was measured in 2024.`;
const PASSAGES = ["S1.p1", "S1.p2", "S2.p1", "S2.p2", "S3.p1"];

/** What the post of `makeResearchedPost` has found. */
export const LIBRARY: Library = {
  sources: ["S1", "S2", "S3"].map((id) => {
    return { id, url: `https://example.org/${id}`, title: `Source ${id}`, publishedAt: null };
  }),
  passages: PASSAGES.map((id) => ({ id, sourceId: id.slice(0, 2), text: text(id) })),
};

const SECTIONS = ["sec-1", "sec-2", "sec-3"];

/** A finished post of a user of its own, with three sections that cite, and its library. */
export async function makeResearchedPost(): Promise<{ user: UserId; post: Post }> {
  const { user, id } = await makePost();
  await appendEvents(user, id, [
    ...LIBRARY.sources.map((data): NewEvent => ({ type: "source", data })),
    {
      type: "outline",
      data: {
        title: "Caching in Next.js",
        sections: SECTIONS.map((section, index) => {
          return { id: section, heading: `Heading ${index + 1}`, sourceIds: [`S${index + 1}`] };
        }),
      },
    },
    ...SECTIONS.flatMap((section, index) => writeSection(section, `S${index + 1}`)),
  ]);
  await asUser(user, (tx) =>
    tx
      .insert(postCheckpoints)
      .values({ postId: id, step: "library", userId: user, data: LIBRARY, finishedAt: new Date() }),
  );
  await finishRun(user, id, { status: "ready" });
  const post = await getPost(user, id);
  if (!post) throw new Error("The post was made.");
  return { user, post };
}

function writeSection(sectionId: string, sourceId: string): NewEvent[] {
  const passageId = `${sourceId}.p1`;
  const quote = text(passageId).slice(0, 40);
  const title = `Source ${sourceId}`;
  const url = `https://example.org/${sourceId}`;
  const claim = `The cache holds 42 pages.`;
  const level = "supported" as const;
  const claims = [{ text: claim, passageIds: [passageId], level, quote, reason: "It says so." }];
  return [
    { type: "section-start", data: { sectionId } },
    { type: "citation", data: { sectionId, passageId, sourceId, title, url, quote } },
    {
      type: "section-delta",
      data: { sectionId, text: `The cache holds 42 pages [^${passageId}].` },
    },
    { type: "section-delta", data: { sectionId, text: ` More of it here.` } },
    { type: "verdict", data: { sectionId, dropped: 0, claims } },
  ];
}
