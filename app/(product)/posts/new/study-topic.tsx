"use client";
import { Button, Checkbox, Radio, Stack } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { z } from "zod";
import { yourKeys } from "@/app/_ui/money";
import { useWorkStream } from "@/app/_ui/use-work-stream";
import { WorkPanel } from "@/app/_ui/work-panel";
import { type WrittenPage, writtenPage } from "@/lib/blog/study/schema";
import { MOST_HEADINGS } from "../[id]/_outline/outline-draft";
import styles from "./new-post.module.css";
import type { PostDraft } from "./post-draft";
import { joinList, splitList, toBody } from "./post-request";

/** One search and one short answer, in US dollars. */
const ESTIMATE_USD = 0.011;
const PAYER = yourKeys(["Gemini", "Exa"]);

type Found = { pages: WrittenPage[]; angles: string[]; keywords: string[]; questions: string[] };
const NOTHING: Found = { pages: [], angles: [], keywords: [], questions: [] };
const texts = z.array(z.string()).catch([]);
type StudyTopicProps = {
  form: UseFormReturnType<PostDraft>;
  /** The keys that it needs are there. */
  ready: boolean;
};

/** What is written about a topic already, and the angles, keywords and questions that go beyond it. */
export function StudyTopic({ form, ready }: StudyTopicProps) {
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
      <div className={styles.study}>
        <p>
          Searches for what is written already and proposes angles, keywords and questions that go
          beyond it. Nothing of it is used unless you choose it.
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
        {found.angles.length > 0 && <Angles form={form} angles={found.angles} />}
        {found.keywords.length > 0 && <Keywords form={form} keywords={found.keywords} />}
        {found.questions.length > 0 && <Questions form={form} questions={found.questions} />}
      </div>
    </details>
  );
}

function readField(name: string, value: unknown): Partial<Found> {
  if (name === "pages") return { pages: z.array(writtenPage).catch([]).parse(value) };
  const isList = name === "angles" || name === "keywords" || name === "questions";
  return isList ? { [name]: texts.parse(value) } : {};
}

function WrittenPages({ topic, pages }: { topic: string; pages: WrittenPage[] }) {
  return (
    <section aria-label="Written already">
      <h2 className={styles.studyTitle}>Written already about “{topic}”</h2>
      <ul className={styles.written}>
        {pages.map(({ url, title, publishedAt }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>{" "}
            <span>
              {new URL(url).hostname}
              {publishedAt && `, ${publishedAt.slice(0, 10)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Form = { form: UseFormReturnType<PostDraft> };

function Angles({ form, angles }: Form & { angles: string[] }) {
  const { angle } = form.getValues();
  return (
    <Radio.Group
      label="Angles"
      description="The one that you choose is the post’s angle; you can change its words under “More options”."
      value={angle}
      onChange={(value) => form.setFieldValue("angle", value)}
    >
      <Stack gap="xs" mt="xs">
        {angles.map((one) => (
          <Radio key={one} value={one} label={one} />
        ))}
        <Radio value="" label="None of these: choose it from the sources" />
      </Stack>
    </Radio.Group>
  );
}

function Keywords({ form, keywords }: Form & { keywords: string[] }) {
  const chosen = splitList(form.getValues().keywords) ?? [];
  const choose = (proposed: string[]) => {
    const own = chosen.filter((word) => !keywords.includes(word));
    form.setFieldValue("keywords", joinList([...own, ...proposed]));
  };
  return (
    <Checkbox.Group
      label="Keywords"
      description="Those that you tick join the post’s keywords."
      value={chosen.filter((word) => keywords.includes(word))}
      onChange={choose}
    >
      <div className={styles.words}>
        {keywords.map((one) => (
          <Checkbox key={one} size="sm" value={one} label={one} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function Questions({ form, questions }: Form & { questions: string[] }) {
  const { outline } = form.getValues();
  const add = (heading: string) => {
    const row = { key: crypto.randomUUID(), heading, sourceIds: [] };
    form.setFieldValue("outline", [...outline, row]);
  };
  return (
    <section aria-label="Questions of readers">
      <h2 className={styles.studyTitle}>Questions of readers</h2>
      <ul className={styles.questions}>
        {questions.map((one) => {
          const isIn = outline.some(({ heading }) => heading === one);
          return (
            <li key={one}>
              <span>{one}</span>
              <Button
                size="compact-sm"
                variant="default"
                disabled={isIn || outline.length >= MOST_HEADINGS}
                onClick={() => add(one)}
              >
                {isIn ? "In the outline" : "Add as a heading"}
                <span className="visually-hidden">: {one}</span>
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
