"use client";
import { Button } from "@mantine/core";
import type { CopiedRun, Originality } from "@/lib/blog/edit/schema";
import styles from "../editor.module.css";
import own from "./tools.module.css";

type OriginalityListProps = {
  found: Originality;
  /** Undefined for a run that cannot be quoted as it stands. */
  quote: (run: CopiedRun) => (() => void) | undefined;
  onRewrite: () => void;
};

/** What was found to be copied, from where, and what can be done about it. */
export function OriginalityList({ found, quote, onRewrite }: OriginalityListProps) {
  const { copied, shared } = found;
  const isClean = copied.length + shared.length === 0;
  return (
    <>
      <p role="status">{describeOriginality(found)}</p>
      {!isClean && (
        <p className={styles.note}>
          Put what should stay word for word in quotation marks with its citation, and say the rest
          in your own words.
        </p>
      )}
      <ul className={own.runs}>
        {copied.map((run) => (
          <CopiedItem key={`${run.start}-${run.passageId}`} run={run} onQuote={quote(run)} />
        ))}
        {shared.map(({ text, postId, title }) => (
          <li key={`${postId}-${text}`}>
            <q>{text}</q>
            <span className={styles.note}>
              Also in your post <a href={`/posts/${postId}`}>{title}</a>
            </span>
          </li>
        ))}
      </ul>
      {!isClean && (
        <div>
          <Button variant="default" onClick={onRewrite}>
            Rewrite in own words
          </Button>
        </div>
      )}
    </>
  );
}

function CopiedItem({ run, onQuote }: { run: CopiedRun; onQuote: (() => void) | undefined }) {
  const { text, words, title, url } = run;
  return (
    <li>
      <q>{text}</q>
      <span className={styles.note}>
        {words} words from{" "}
        {url ? (
          <a href={url} target="_blank" rel="noreferrer nofollow">
            {title}
          </a>
        ) : (
          title
        )}
      </span>
      {onQuote && (
        <Button size="xs" variant="default" onClick={onQuote} aria-label={`Quote “${text}”`}>
          Quote it
        </Button>
      )}
    </li>
  );
}

/** "36 of 214 words (17 %) are copied, in 2 places." */
function describeOriginality({ words, copiedWords, copied, shared, compared }: Originality) {
  if (words === 0) return "There are no words of your own here to compare.";
  if (copied.length + shared.length === 0)
    return `Nothing is copied. Of ${count(words, "word")} no eight in a row stand in ${count(compared.sources, "source")} of this post, but for cited quotations, and no sentence in ${count(compared.posts, "other post")} of yours.`;
  const share = Math.max(1, Math.round((copiedWords / words) * 100));
  const places = `${copiedWords} of ${count(words, "word")} (${share} %) are copied, in ${count(copied.length, "place")}.`;
  const again = `${count(shared.length, "sentence")} ${shared.length === 1 ? "stands" : "stand"} in another post of yours.`;
  return [copied.length > 0 ? places : "", shared.length > 0 ? again : ""]
    .filter(Boolean)
    .join(" ");
}

function count(number: number, what: string): string {
  return `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`;
}
