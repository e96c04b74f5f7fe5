import "server-only";
import { sql } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import type { Post, PostCapBody } from "../schema";
import { getPost } from "./get-post";
import { livePost } from "./live-post";
import { resumePost } from "./resume-post";

/**
 * Sets what a post may cost in all, or that it may cost anything. A run that its old cap had stopped
 * goes on; every other takes the new one with its next step.
 *
 * @throws AppError `not_found`; what `resumePost` throws.
 */
export async function setPostCap(user: UserId, id: string, body: PostCapBody): Promise<Post> {
  const { request } = posts;
  const changed =
    body.capUsd === null
      ? sql`${request} - 'capUsd'`
      : sql`${request} || jsonb_build_object('capUsd', ${body.capUsd}::numeric)`;
  await asUser(user, (tx) => tx.update(posts).set({ request: changed }).where(livePost(id)));
  const post = await getPost(user, id);
  if (!post) throw new AppError("not_found");
  const isParked = post.status === "needs-key" && post.document.problem?.cap === "post";
  return isParked ? resumePost(user, id) : post;
}
