"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { yourKeys } from "@/app/_ui/money";
import { useWorkStream } from "@/app/_ui/work/use-work-stream";
import { WorkPanel } from "@/app/_ui/work/work-panel";
import {
  type Analyses,
  type Analysis,
  type AnalysisBody,
  type AnalysisKind,
  analysis,
  estimateAnalysis,
} from "@/lib/blog/analyses/schema";
import type { Section } from "@/lib/blog/schema";
import styles from "./analyses.module.css";
import { Findings } from "./findings";

const PAYER = yourKeys(["Gemini"]);
/** The post as it is now, and what was said of it before. */
export type Analyzed = {
  postId: string;
  words: number;
  sections: readonly Section[];
  known: Analyses;
  onKept: (analysis: Analysis) => void;
};
type AnalysisPanelProps = Analyzed & {
  kind: AnalysisKind;
  depth?: AnalysisBody["depth"];
  title: string;
  /** What it reads, and what comes of it. */
  about: string;
  action: string;
  children?: ReactNode;
};

/** A question to the user's model about a post, asked by a press that says its price, and its last answer. */
export function AnalysisPanel({ postId, words, kind, known, ...rest }: AnalysisPanelProps) {
  const { version } = known;
  const kept = known.analyses.find((one) => one.kind === kind);
  const work = useWorkStream();
  const [arrived, setArrived] = useState(false);
  const answer = useRef<HTMLDivElement>(null);
  const depth = rest.depth ?? "basic";
  const start = () => {
    const onDone = (data: unknown) => {
      rest.onKept(analysis.parse(data));
      setArrived(true);
    };
    const body: AnalysisBody = { version, kind, depth };
    void work.start(`/api/blog/posts/${postId}/analyses`, body, { onDone });
  };
  useEffect(() => {
    if (arrived) answer.current?.focus({ preventScroll: true });
  }, [arrived]);
  return (
    <div className={styles.panel}>
      <h3>{rest.title}</h3>
      <p className={styles.note}>{rest.about}</p>
      {rest.children}
      <WorkPanel
        work={work}
        action={kept ? "Ask again" : rest.action}
        quiet
        estimateUsd={estimateAnalysis(words)}
        payer={PAYER}
        onStart={start}
      />
      {kept && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would make it a form.
        <div
          ref={answer}
          role="group"
          aria-label={rest.title}
          tabIndex={-1}
          className={styles.answer}
        >
          <Findings analysis={kept} version={version} sections={rest.sections} />
        </div>
      )}
    </div>
  );
}
