import { z } from "zod";
import { LIMITS } from "../../limits/registry";
import { storableText } from "../../text/storable-text";
import { POST_STATUSES, type PostStatus, type PostSummary } from "../schema";

/** What a list may be narrowed to: a status, or what was deleted lately. */
export const LIST_FILTERS = [...POST_STATUSES, "deleted"] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

/** The query of `GET /api/blog/posts`: words that title or topic must hold, and a status. */
export const listQuery = z.object({
  q: z.string().overwrite(storableText).trim().max(LIMITS.searchCharacters).default(""),
  status: z.enum(LIST_FILTERS).optional(),
});
export type ListQuery = z.infer<typeof listQuery>;

const RESTING: readonly PostStatus[] = ["needs-key", "stopped", "failed", "ready", "published"];

/** True where nothing happens to a post by itself: such a post can be duplicated. */
export function isResting(status: PostStatus): boolean {
  return RESTING.includes(status);
}

/** A row of the list as the browser reads it from the API. */
export const postSummary: z.ZodType<PostSummary> = z.object({
  id: z.string(),
  topic: z.string(),
  title: z.string(),
  status: z.enum(POST_STATUSES),
  words: z.number().nullable(),
  costUsd: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
});
export const postList = z.object({ posts: z.array(postSummary) });

/** A topic reduced to its words, so that case and punctuation make no difference. */
export function topicWords(topic: string): string {
  return (topic.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
