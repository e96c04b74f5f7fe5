"use client";
import type { Post } from "@/lib/blog/schema";
import { applyChange } from "@/lib/seo/apply-change";
import type { SeoChange } from "@/lib/seo/schema";
import { fetchPost, sendDraft } from "../_editor/saving/editor-requests";
import type { Run } from "../_run/following/use-post-stream";
import { SeoPanel } from "./seo-panel";

type PostSeoProps = {
  run: Run;
  post: Pick<Post, "id" | "topic">;
  /** The words that were asked for. */
  wordCount: number;
};

/** The search panel of a finished post: what is applied there is saved as a version of the post. */
export function PostSeo({ run, post, wordCount }: PostSeoProps) {
  const apply = async (change: SeoChange) => {
    const current = await fetchPost(post.id);
    if (!current.ok) throw new Error(current.problem.title);
    run.replace(current.value);
    const { title, sections, seo } = applyChange(current.value.document, change);
    const draft = {
      title,
      sections: sections.map(({ id, heading, markdown }) => ({ id, heading, markdown })),
      ...(seo ? { seo } : {}),
    };
    const saved = await sendDraft(current.value, draft, "seo");
    if (!saved.ok) throw new Error(saved.problem.title);
    run.replace(saved.value);
  };
  return (
    <SeoPanel
      document={run.document}
      topic={post.topic}
      wordCount={wordCount}
      published={run.status === "published"}
      onApply={apply}
    />
  );
}
