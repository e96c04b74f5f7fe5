"use client";
import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { z } from "zod";
import { yourKeys } from "@/app/_ui/money";
import { useWorkStream } from "@/app/_ui/work/use-work-stream";
import { WorkPanel } from "@/app/_ui/work/work-panel";
import { STUDY_LIMITS, writtenPage } from "@/lib/blog/study/schema";
import styles from "../new-post.module.css";
import type { PostDraft } from "../post-draft";
import { toBody } from "../post-request";
import { beginStudy, type Found } from "./found";
import { Part } from "./part";
import { Angles, Keywords, Questions } from "./proposals";
import study from "./study.module.css";
import { describeChosen, summarizeStudy } from "./summarize-study";
import { Covered, WrittenPages } from "./written-pages";

/** One search and one short answer, in US dollars. */
const ESTIMATE_USD = 0.011;
const ADVANTAGES = "What your competitors leave out";
const PAYER = yourKeys(["Gemini", "Exa"]);

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
  const [found, setFound] = useState(beginStudy(""));
  const { topic } = form.getValues();
  const start = () => {
    const { keywords, audience, industry, language } = toBody(form.getValues());
    setFound(beginStudy(topic));
    void work.start(
      "/api/blog/study",
      { topic, keywords, audience, industry, language },
      {
        onField: (name, value) => setFound((old) => ({ ...old, ...readField(name, value) })),
        onDone: () => undefined,
      },
    );
  };
  const summary = summarizeStudy(found, topic);
  const chosen = describeChosen(found, gaps, form.getValues());
  return (
    <div>
      <details className={styles.more}>
        <summary>Look at the topic first</summary>
        <div className={study.study}>
          <p className={study.about}>
            Finds what is written already and proposes what goes beyond it. Only what you choose is
            used.
          </p>
          <WorkPanel
            work={work}
            action="Search and propose"
            disabled={!ready || topic.trim().length < 3}
            estimateUsd={ESTIMATE_USD}
            payer={PAYER}
            quiet={summary !== ""}
            onStart={start}
          />
          {summary && <p className={study.summary}>{summary}</p>}
          <div className={study.parts}>
            <Part name={ADVANTAGES} count={gaps.length}>
              <Angles form={form} label={ADVANTAGES} angles={gaps} />
            </Part>
            <Part name="Angles" count={found.angles.length}>
              <Angles form={form} label="Angles" angles={found.angles} />
            </Part>
            <Part name="Keywords" count={found.keywords.length}>
              <Keywords form={form} keywords={found.keywords} />
            </Part>
            <Part name="Questions of readers" count={found.questions.length}>
              <Questions form={form} questions={found.questions} />
            </Part>
            <Part name="Written already" count={found.pages.length}>
              <WrittenPages pages={found.pages} />
            </Part>
            <Part name="What these pages say already" count={found.covered.length}>
              <Covered lines={found.covered} />
            </Part>
          </div>
        </div>
      </details>
      {chosen.length > 0 && (
        <ul className={study.chosen} aria-label="Chosen of the proposals">
          {chosen.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function readField(name: string, value: unknown): Partial<Found> {
  if (name === "pages") return { pages: z.array(writtenPage).catch([]).parse(value) };
  return Object.hasOwn(STUDY_LIMITS, name) ? { [name]: texts.parse(value) } : {};
}
