import { eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "@/lib/auth/user-id";
import { appendEvents, type NewEvent } from "@/lib/blog/events/append-events";
import { type Ending, finishRun } from "@/lib/blog/finish-run";
import { generateBody, type PostStatus } from "@/lib/blog/schema";
import { asUser } from "@/lib/db/as-user";

/** A post that has come so far. One with events is being written, unless it says otherwise. */
export type Stage = { topic: string; events?: NewEvent[]; ending?: Ending; status?: PostStatus };

const hence = () => new Date(Date.now() + 3_600_000);

/**
 * Puts a post into the database as a run would have left it. No sweep takes it up: its next sign of life, or its turn,
 * is not due for an hour.
 *
 * @returns its id.
 */
export async function stagePost(user: UserId, stage: Stage): Promise<string> {
  const { topic, events = [], ending } = stage;
  const status = stage.status ?? (events.length > 0 && !ending ? "running" : "queued");
  const request = generateBody.parse({ topic });
  const due = { createdAt: status === "queued" ? hence() : new Date(), heartbeatAt: hence() };
  const row = { userId: user, topic, title: topic, request, requestHash: topic, ...due };
  const [post] = await asUser(user, (tx) => tx.insert(posts).values(row).returning());
  if (!post) throw new Error("The post was not made.");
  if (events.length > 0) await appendEvents(user, post.id, events);
  if (ending) await finishRun(user, post.id, ending);
  if (status !== "queued")
    await asUser(user, (tx) => tx.update(posts).set({ status }).where(eq(posts.id, post.id)));
  return post.id;
}

const HEADINGS = ["What a cache keeps", "How long it keeps it", "How to empty it"];
const SOURCES = [
  { id: "S1", url: "https://nextjs.org/docs/caching", title: "Caching in Next.js" },
  { id: "S2", url: "https://web.dev/http-cache", title: "Prevent unnecessary network requests" },
  { id: "S3", url: null, title: "Notes from the last project" },
];

/** What a run has said by the time it has an outline. */
export const outlined: NewEvent[] = [
  { type: "stage", data: { stage: "search", state: "started" } },
  { type: "query", data: { query: "how does caching work in next.js" } },
  ...SOURCES.map(
    (source): NewEvent => ({ type: "source", data: { ...source, publishedAt: null } }),
  ),
  { type: "stage", data: { stage: "outline", state: "started" } },
  {
    type: "outline",
    data: {
      title: "Caching in Next.js, explained",
      sections: HEADINGS.map((heading, index) => ({
        id: `sec-${index + 1}`,
        heading,
        sourceIds: ["S1", "S2"],
      })),
    },
  },
  { type: "cost", data: { totalUsd: 0.0231, byProvider: { exa: 0.021, gemini: 0.0021 } } },
];

const TEXT =
  "A cache keeps what was expensive to make [^S1.p1]. The next reader gets it at once, and the server rests.\n\nWhat it keeps is only as good as the rule that empties it.";

/** What it has said once the first section is written and the second begun. */
export const halfWritten: NewEvent[] = [
  ...outlined,
  { type: "stage", data: { stage: "sections", state: "started" } },
  { type: "section-start", data: { sectionId: "sec-1" } },
  { type: "section-delta", data: { sectionId: "sec-1", text: TEXT } },
  {
    type: "citation",
    data: {
      sectionId: "sec-1",
      passageId: "S1.p1",
      sourceId: "S1",
      title: "Caching in Next.js",
      url: "https://nextjs.org/docs/caching",
      quote: "Next.js caches the result of work that was already done.",
    },
  },
  { type: "section-start", data: { sectionId: "sec-2" } },
  { type: "section-delta", data: { sectionId: "sec-2", text: "It keeps it until" } },
];
