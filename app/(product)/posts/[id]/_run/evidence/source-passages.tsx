"use client";
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { z } from "zod";
import { type Answer, requestJson } from "@/app/_ui/messages/problem";
import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import type { Source } from "@/lib/blog/schema";
import { QuoteText } from "../article/quote-text";
import styles from "./source-passages.module.css";

const answered = z.object({
  passages: z.array(z.object({ id: z.string(), text: z.string() })),
});
type Passage = { id: string; text: string };
type Read = Answer<z.infer<typeof answered>>;
type SourcePassagesProps = {
  postId: string;
  source: Source;
  /** Those of the post, with their numbers. */
  citations: NumberedCitation[];
  /** What can be done with a passage. */
  action?: (passage: Passage) => ReactNode;
};

/** What was read of a source, word for word: fetched when somebody looks. */
export function SourcePassages({ postId, source, citations, action }: SourcePassagesProps) {
  const [read, setRead] = useState<Read | "reading" | null>(null);
  const load = async () => {
    setRead("reading");
    setRead(await requestJson(`/api/blog/posts/${postId}/sources/${source.id}`, answered));
  };
  return (
    <details
      className={styles.passages}
      onToggle={(event) => event.currentTarget.open && read === null && void load()}
    >
      <summary>
        What was read<span className="visually-hidden"> of {source.title}</span>
      </summary>
      <div aria-live="polite" aria-busy={read === "reading"}>
        {read === "reading" && (
          <SkeletonLines widths={[96, 88, 52]} label="Fetching what was read" />
        )}
        {read !== null && read !== "reading" && !read.ok && <Failed read={read} onAgain={load} />}
        {read !== null && read !== "reading" && read.ok && (
          <Passages passages={read.value.passages} citations={citations} action={action} />
        )}
      </div>
    </details>
  );
}

function Failed({ read, onAgain }: { read: Read & { ok: false }; onAgain: () => Promise<void> }) {
  const { code, title, detail } = read.problem;
  if (code === "not_found") return <p>What was read of it is not kept for this post.</p>;
  return (
    <>
      <p>
        {title}. {detail}
      </p>
      <Button size="compact-sm" variant="default" onClick={() => void onAgain()}>
        Try again
      </Button>
    </>
  );
}

type PassagesProps = Pick<SourcePassagesProps, "citations"> & {
  passages: Passage[];
  action: SourcePassagesProps["action"];
};

function Passages({ passages, citations, action }: PassagesProps) {
  if (passages.length === 0) return <p>Nothing of it could be cited.</p>;
  return passages.map((passage) => {
    const { id, text } = passage;
    const number = citations.find(({ passageId }) => passageId === id)?.number;
    return (
      <blockquote key={id} data-cited={number !== undefined}>
        {number !== undefined && <span className={styles.citedAs}>Cited as {number}. </span>}
        <QuoteText text={text} />
        {action?.(passage)}
      </blockquote>
    );
  });
}
