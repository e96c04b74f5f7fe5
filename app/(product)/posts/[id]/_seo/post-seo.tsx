"use client";
import { useMemo } from "react";
import type { Post } from "@/lib/blog/schema";
import { applyChange } from "@/lib/seo/apply-change";
import { readPostText } from "@/lib/seo/read-post-text";
import type { SeoChange } from "@/lib/seo/schema";
import { AnalysisPanel } from "../_analyses/analysis-panel";
import { FlowPanel } from "../_analyses/flow-panel";
import { useAnalyses } from "../_analyses/use-analyses";
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
  const { sections } = run.document;
  const { known, keep } = useAnalyses(post.id, run.lastEventId);
  const { words } = useMemo(() => readPostText(sections), [sections]);
  const analyzed = known && { postId: post.id, words, sections, known, onKept: keep };
  return (
    <>
      <SeoPanel
        document={run.document}
        topic={post.topic}
        wordCount={wordCount}
        published={run.status === "published"}
        onApply={apply}
        insight={
          analyzed && (
            <AnalysisPanel
              {...analyzed}
              kind="seo"
              title="What a model would change"
              about="Your model reads the post as somebody who searches, and says what it would change. The score above is measured and costs nothing."
              action="Ask for its opinion"
            />
          )
        }
      />
      {analyzed && <FlowPanel {...analyzed} />}
    </>
  );
}
