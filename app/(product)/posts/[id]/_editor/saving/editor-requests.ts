import { z } from "zod";
import { type Answer, jsonPost, requestJson } from "@/app/_ui/messages/problem";
import type { EditReason, VersionSummary } from "@/lib/blog/edit/schema";
import type { Post, PostDocument } from "@/lib/blog/schema";
import type { Seo } from "@/lib/seo/schema";
import type { Draft } from "./draft";

/** The server's own answers, whose shape `lib/blog/schema.ts` has. */
const post = z.custom<Post>(
  (value) => z.object({ id: z.string(), document: z.object({}) }).safeParse(value).success,
);
const document = z.custom<PostDocument>(
  (value) => z.object({ title: z.string() }).safeParse(value).success,
);
const versions: z.ZodType<VersionSummary[]> = z.array(
  z.object({ version: z.number(), reason: z.string(), createdAt: z.string(), words: z.number() }),
);
/** The most, in characters, that a request may hold which outlives its page. */
const MOST_KEEPALIVE = 60_000;

/** The post as it is stored now. */
export function fetchPost(id: string): Promise<Answer<Post>> {
  return requestJson(`/api/blog/posts/${id}`, post);
}

/** Saves a draft over one version; sent to its end even if the page goes. */
export function sendDraft(
  { id, version }: Pick<Post, "id" | "version">,
  { title, sections, seo }: Draft & { seo?: Seo },
  reason: EditReason,
): Promise<Answer<Post>> {
  const body = JSON.stringify({ version, title, sections, seo, reason });
  return requestJson(`/api/blog/posts/${id}`, post, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body,
    keepalive: body.length < MOST_KEEPALIVE,
  });
}

/** The saved versions, the newest first. */
export function fetchVersions(id: string): Promise<Answer<VersionSummary[]>> {
  return requestJson(`/api/blog/posts/${id}/versions`, versions);
}

/** The document of one version. */
export function fetchVersion(id: string, version: number): Promise<Answer<PostDocument>> {
  return requestJson(`/api/blog/posts/${id}/versions/${version}`, document);
}

/** Makes an earlier version the newest. */
export function restore(id: string, earlier: number, version: number): Promise<Answer<Post>> {
  const url = `/api/blog/posts/${id}/versions/${earlier}/restore`;
  return requestJson(url, post, jsonPost({ version }));
}
