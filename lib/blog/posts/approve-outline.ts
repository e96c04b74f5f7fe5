import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { postCheckpoints, posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { beginRun } from "../durable/runs/begin-run";
import type { Made, Ticket } from "../durable/step-results";
import { readCheckpoints } from "../durable/steps/read-checkpoints";
import type { NewEvent } from "../events/append-events";
import { publishEvents } from "../events/event-feed";
import { insertEvents } from "../events/insert-events";
import { toOutlineItem } from "../outline/to-outline-item";
import type { OutlineBody, OutlineItem, Post, PostEvent, Source } from "../schema";
import { getPost } from "./get-post";

/**
 * Approves the outline that a run waits with, as the user has edited it, and lets the run go on.
 * Sections keep their ids; new ones get the next free number; without a known source one may use all.
 *
 * @throws AppError `not_found`; `not_waiting` when the run does not wait for its outline.
 */
export async function approveOutline(user: UserId, id: string, body: OutlineBody): Promise<Post> {
  const ticket = { user, postId: id };
  const post = await getPost(user, id);
  if (!post) throw new AppError("not_found");
  const { outline, library } = await readCheckpoints(ticket);
  if (post.status !== "waiting" || !outline || !library) throw new AppError("not_waiting");
  const title = body.title ?? outline.title;
  const sections = toSections(body, library.sources);
  publishEvents(id, await queue(ticket, { title, sections, approved: true }));
  await beginRun({ user, postId: id });
  return (await getPost(user, id)) ?? post;
}

/** The outline and the queue in one transaction. Of two approvals at once the first one counts. */
async function queue(
  { user, postId }: Ticket,
  outline: NonNullable<Made["outline"]>,
): Promise<PostEvent[]> {
  const { title, sections } = outline;
  const events: NewEvent[] = [
    { type: "outline", data: { title, sections } },
    { type: "stage", data: { stage: "sections", state: "started" } },
  ];
  return asUser(user, async (tx) => {
    const lastSeq = sql`${posts.lastSeq} + ${events.length}`;
    const [post] = await tx
      .update(posts)
      .set({ status: "queued", attempt: 0, lastSeq, updatedAt: new Date() })
      .where(and(eq(posts.id, postId), eq(posts.status, "waiting")))
      .returning({ lastSeq: posts.lastSeq });
    if (!post) throw new AppError("not_waiting");
    await tx
      .update(postCheckpoints)
      .set({ data: outline })
      .where(and(eq(postCheckpoints.postId, postId), eq(postCheckpoints.step, "outline")));
    const before = post.lastSeq - events.length;
    return insertEvents(tx, { user, postId, lastSeq: before }, events);
  });
}

function toSections({ sections }: OutlineBody, sources: Source[]): OutlineItem[] {
  const all = sources.map((source) => source.id);
  const taken = new Set<string>();
  return sections.map(({ id, heading, sourceIds = [], words }) => {
    const own = id !== undefined && !taken.has(id) ? id : nextId(sections, taken);
    taken.add(own);
    const known = [...new Set(sourceIds)].filter((sourceId) => all.includes(sourceId));
    return toOutlineItem({
      id: own,
      heading,
      sourceIds: known.length > 0 ? known : all,
      words,
    });
  });
}

function nextId(sections: OutlineBody["sections"], taken: ReadonlySet<string>): string {
  const used = new Set([...taken, ...sections.flatMap(({ id }) => id ?? [])]);
  let number = 1;
  while (used.has(`sec-${number}`)) number += 1;
  return `sec-${number}`;
}
