"use client";
import { Button, Checkbox, Radio, Stack } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { LIMITS } from "@/lib/limits/registry";
import type { PostDraft } from "../post-draft";
import { joinList, splitList } from "../post-request";
import styles from "./study.module.css";

type Form = { form: UseFormReturnType<PostDraft> };

/** The name that a part is folded under says it to the eye. */
const HIDDEN = { className: "visually-hidden" } as const;

type AnglesProps = Form & { label: string; angles: string[] };

/** What the post may say that the others do not; one or none of them. */
export function Angles({ form, label, angles }: AnglesProps) {
  const { angle } = form.getValues();
  return (
    <Radio.Group
      label={label}
      labelProps={HIDDEN}
      description="You can change its words under “More options”."
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

/** Proposed keywords, beside those that were typed. */
export function Keywords({ form, keywords }: Form & { keywords: string[] }) {
  const chosen = splitList(form.getValues().keywords) ?? [];
  const choose = (proposed: string[]) => {
    const own = chosen.filter((word) => !keywords.includes(word));
    form.setFieldValue("keywords", joinList([...own, ...proposed]));
  };
  return (
    <Checkbox.Group
      label="Keywords"
      labelProps={HIDDEN}
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

/** What readers ask, each of which may become a heading of the own outline. */
export function Questions({ form, questions }: Form & { questions: string[] }) {
  const { outline } = form.getValues();
  const add = (heading: string) => {
    const row = { key: crypto.randomUUID(), heading, sourceIds: [] };
    form.setFieldValue("outline", [...outline, row]);
  };
  return (
    <section aria-label="Questions of readers">
      <ul className={styles.questions}>
        {questions.map((one) => {
          const isIn = outline.some(({ heading }) => heading === one);
          return (
            <li key={one}>
              <span>{one}</span>
              <Button
                size="compact-sm"
                variant="default"
                disabled={isIn || outline.length >= LIMITS.headings.most}
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
