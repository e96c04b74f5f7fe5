import { z } from "zod";
import { type Answer, jsonPost, requestJson } from "@/app/_ui/messages/problem";
import { tellPostsChanged } from "@/app/_ui/posts-changed";
import { type ListFilter, postList } from "@/lib/blog/library/schema";
import type { Phase } from "@/lib/blog/phases/schema";
import type { PostSummary } from "@/lib/blog/schema";

const POSTS = "/api/blog/posts";
const made = z.object({ id: z.string() });

/** Deletes a post; it can be restored for a while. */
export function deletePost(id: string): Promise<Answer<null>> {
  return tellBell(requestJson(`${POSTS}/${id}`, z.null(), { method: "DELETE" }));
}

/** Takes a deletion back. */
export function restorePost(id: string): Promise<Answer<{ id: string }>> {
  return tellBell(requestJson(`${POSTS}/${id}/restore`, made, jsonPost({})));
}

/** The bell says nothing of a deleted post. */
async function tellBell<Value>(asked: Promise<Answer<Value>>): Promise<Answer<Value>> {
  const answer = await asked;
  if (answer.ok) tellPostsChanged();
  return answer;
}

/** Copies a post; gives the copy's id. */
export function duplicatePost(id: string): Promise<Answer<{ id: string }>> {
  return requestJson(`${POSTS}/${id}/duplicate`, made, jsonPost({}));
}

/** Takes a written post back to a phase; gives the id of the copy that goes on from there. */
export function goBack(id: string, phase: Phase): Promise<Answer<{ id: string }>> {
  return requestJson(`${POSTS}/${id}/back`, made, jsonPost({ phase }));
}

/** Searches all posts of the user on the server. An answer that does not come is none found. */
export async function searchPosts(
  q: string,
  status: ListFilter | null,
  signal: AbortSignal,
): Promise<PostSummary[]> {
  const query = new URLSearchParams({ q, ...(status ? { status } : {}) });
  const answer = await requestJson(`${POSTS}?${query}`, postList, { signal });
  return answer.ok ? answer.value.posts : [];
}
