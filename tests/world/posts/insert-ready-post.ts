import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "@/lib/auth/user-id";
import { emptyDocument } from "@/lib/blog/apply-event";
import type { PostDocument, PostStatus } from "@/lib/blog/schema";
import { asUser } from "@/lib/db/as-user";

const TOPIC = "Caching in Next.js";
const WHOLE: Partial<PostDocument> = {
  title: "Caching",
  sections: [
    { id: "sec-1", heading: "Why", sourceIds: ["S1"], markdown: "It is fast [^S1.p1]." },
    { id: "sec-2", heading: "How", sourceIds: ["S1"], markdown: "With **tags** [^S1.p1]." },
  ],
  citations: ["sec-1", "sec-2"].map((sectionId) => ({
    ...{ sectionId, passageId: "S1.p1", sourceId: "S1", title: "Docs", quote: "Fast." },
    url: "https://example.org/docs",
  })),
  verdicts: [{ sectionId: "sec-1", dropped: 0, claims: [] }],
};
type Change = { status?: PostStatus; document?: Partial<PostDocument> };

/** A post as a finished run leaves it, stored without a run. */
export async function insertReadyPost(user: UserId, change: Change = {}): Promise<string> {
  const document = { ...emptyDocument(TOPIC), ...WHOLE, ...change.document };
  const row = {
    userId: user,
    topic: TOPIC,
    title: document.title,
    status: change.status ?? "ready",
    request: { topic: TOPIC },
    requestHash: "none",
    document,
    version: 1,
    finishedAt: new Date(),
  };
  const made = await asUser(user, (tx) => tx.insert(posts).values(row).returning());
  return made[0]?.id ?? "";
}
