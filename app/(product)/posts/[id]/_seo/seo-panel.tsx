"use client";
import { type ReactNode, useMemo } from "react";
import { Notice } from "@/app/_ui/messages/notice";
import type { PostDocument } from "@/lib/blog/schema";
import { describeMetadata } from "@/lib/seo/describe-metadata";
import type { SeoChange } from "@/lib/seo/schema";
import { listRaises, scorePost } from "@/lib/seo/score-post";
import { HeadView } from "./head-view";
import { ListingFacts } from "./listing-facts";
import { ListingForm } from "./listing-form";
import { PassedChecks } from "./passed-checks";
import { Previews } from "./previews";
import { RaiseList } from "./raise-list";
import { ScoreMeter } from "./score-meter";
import styles from "./seo.module.css";
import { useApply } from "./use-apply";
import { useEdits } from "./use-edits";

type SeoPanelProps = {
  document: PostDocument;
  topic: string;
  /** The words that were asked for. */
  wordCount?: number | undefined;
  /** It is on a site already: a new slug breaks the links to it. */
  published?: boolean;
  /** ISO 8601; null or undefined where it is not known. */
  publishedAt?: string | null | undefined;
  /** Saves a change, and rejects when it was not saved. Without it the panel is read-only. */
  onApply?: ((change: SeoChange) => Promise<void>) | undefined;
  /** What stands beside the score: an opinion that is asked for. */
  insight?: ReactNode;
};

/** The score of a post, what would raise it, and what search engines and previews are told of it. */
export function SeoPanel({ document, topic, wordCount, onApply, insight, ...rest }: SeoPanelProps) {
  const { publishedAt, published = Boolean(publishedAt) } = rest;
  const score = useMemo(() => scorePost(document, { wordCount }), [document, wordCount]);
  const raises = useMemo(() => listRaises(score), [score]);
  const { seo, edits, edit, discard } = useEdits(document.seo);
  const work = useApply(onApply);
  const shown = useMemo(
    () => describeMetadata({ ...document, title: document.title || topic, seo }, { publishedAt }),
    [document, topic, seo, publishedAt],
  );
  const edited = Object.keys(edits).length > 0;
  return (
    <section className={styles.panel} aria-labelledby="seo-heading">
      <h2 id="seo-heading" className={styles.heading}>
        How search engines see it
      </h2>
      <ScoreMeter score={score} />
      <p className="visually-hidden" aria-live="polite">
        {work.said}
      </p>
      {work.failed && (
        <Notice tone="bad" title="The change was not saved" alert>
          <p>The post is as it was. Apply the change again in a moment.</p>
        </Notice>
      )}
      <RaiseList raises={raises} work={work} held={edited} />
      <PassedChecks score={score} />
      {seo && onApply && (
        <ListingForm
          seo={seo}
          edits={edits}
          work={work}
          published={published}
          onEdit={edit}
          onDiscard={discard}
        />
      )}
      {seo && !onApply && <ListingFacts seo={seo} />}
      <Previews
        metadata={shown}
        slug={seo?.slug ?? ""}
        publishedAt={publishedAt ?? null}
        picture={seo?.picture}
      />
      <HeadView metadata={shown} />
      {insight && <div className={styles.part}>{insight}</div>}
    </section>
  );
}
