"use client";
import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { z } from "zod";
import { yourKeys } from "@/app/_ui/money";
import { useWorkStream } from "@/app/_ui/work/use-work-stream";
import { WorkPanel } from "@/app/_ui/work/work-panel";
import {
  STUDY_LIMITS,
  type StudyList,
  type WrittenPage,
  writtenPage,
} from "@/lib/blog/study/schema";
import styles from "./new-post.module.css";
import type { PostDraft } from "./post-draft";
import { toBody } from "./post-request";
import { Angles, Keywords, Questions } from "./proposals";
import study from "./study.module.css";
import { Covered, WrittenPages } from "./written-pages";

/** One search and one short answer, in US dollars. */
const ESTIMATE_USD = 0.011;
const ADVANTAGES = "Your advantage: what your competitors leave out";
const PAYER = yourKeys(["Gemini", "Exa"]);

type Found = { pages: WrittenPage[] } & Record<StudyList, string[]>;
const NOTHING: Found = { pages: [], covered: [], angles: [], keywords: [], questions: [] };
const texts = z.array(z.string()).catch([]);
type StudyTopicProps = {
  form: UseFormReturnType<PostDraft>;
  /** The keys that it needs are there. */
  ready: boolean;
  /** What the competitors of its user leave out, as the wizard has found it. */
  gaps: string[];
};

/** What is written about a topic already, and the angles, keywords and questions that go beyond it. */
export function StudyTopic({ form, ready, gaps }: StudyTopicProps) {
  const work = useWorkStream();
  const [found, setFound] = useState<Found & { topic: string }>({ ...NOTHING, topic: "" });
  const { topic } = form.getValues();
  const start = () => {
    const { keywords, audience, industry, language } = toBody(form.getValues());
    setFound({ ...NOTHING, topic });
    void work.start(
      "/api/blog/study",
      { topic, keywords, audience, industry, language },
      {
        onField: (name, value) => setFound((old) => ({ ...old, ...readField(name, value) })),
        onDone: () => undefined,
      },
    );
  };
  return (
    <details className={styles.more}>
      <summary>Look at the topic first</summary>
      <div className={study.study}>
        {gaps.length > 0 && <Angles form={form} label={ADVANTAGES} angles={gaps} />}
        <p>
          Searches for what is written already, says what these pages have in common, and proposes
          angles, keywords and questions that go beyond it. Nothing of it is used unless you choose
          it.
        </p>
        <WorkPanel
          work={work}
          action="Search and propose"
          disabled={!ready || topic.trim().length < 3}
          estimateUsd={ESTIMATE_USD}
          payer={PAYER}
          onStart={start}
        />
        {found.pages.length > 0 && <WrittenPages topic={found.topic} pages={found.pages} />}
        {found.covered.length > 0 && <Covered lines={found.covered} />}
        {found.angles.length > 0 && <Angles form={form} label="Angles" angles={found.angles} />}
        {found.keywords.length > 0 && <Keywords form={form} keywords={found.keywords} />}
        {found.questions.length > 0 && <Questions form={form} questions={found.questions} />}
      </div>
    </details>
  );
}

function readField(name: string, value: unknown): Partial<Found> {
  if (name === "pages") return { pages: z.array(writtenPage).catch([]).parse(value) };
  return Object.hasOwn(STUDY_LIMITS, name) ? { [name]: texts.parse(value) } : {};
}
