"use client";
import { Button } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useEffect, useRef, useState } from "react";
import { LIMITS } from "@/lib/limits/registry";
import {
  changeDraft,
  type DraftSection,
  type OutlineChange,
  sumWords,
} from "../[id]/_outline/outline-draft";
import { HeadingRow } from "./heading-row";
import styles from "./new-post.module.css";
import own from "./own-outline.module.css";
import type { PostDraft } from "./post-draft";

const ERROR_ID = "own-outline-error";

/** Headings that the post must have, each with its length if one is wanted; folded away until then. */
export function OwnOutline({ form }: { form: UseFormReturnType<PostDraft> }) {
  const [said, setSaid] = useState("");
  const [fresh, setFresh] = useState<string | null>(null);
  const adding = useRef<HTMLButtonElement>(null);
  const { outline, wordCount } = form.getValues();
  const { shares, total, farOff } = sumWords({ title: "", sections: outline }, wordCount);
  const error = form.errors.outline;
  const [open, setOpen] = useState(false);
  const needed = outline.length > 0 || error !== undefined;
  useEffect(() => {
    if (needed) setOpen(true);
  }, [needed]);
  const change = (made: OutlineChange) => {
    const { sections } = changeDraft({ title: "", sections: outline }, made);
    form.setFieldValue("outline", sections);
    form.clearFieldError("outline");
  };
  const add = () => {
    if (outline.length >= LIMITS.headings.most) return;
    const key = crypto.randomUUID();
    setFresh(key);
    change({ type: "add", key });
  };
  const remove = ({ key, heading }: DraftSection) => {
    change({ type: "remove", key });
    setSaid(`“${heading.trim() || "The empty heading"}” was removed.`);
    adding.current?.focus();
  };
  return (
    <details
      className={styles.more}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Your own outline</summary>
      <fieldset className={own.outline} aria-describedby={error ? ERROR_ID : undefined}>
        <legend>
          The headings of the post, in this order. Left empty, they are chosen for the topic. A
          length is optional.
        </legend>
        {outline.length > 0 && (
          <ol>
            {outline.map((section, index) => (
              <HeadingRow
                key={section.key}
                section={section}
                place={{ index, count: outline.length }}
                fresh={section.key === fresh}
                share={shares[index] ?? 0}
                onChange={change}
                onRemove={() => remove(section)}
                onNext={add}
                onSay={setSaid}
              />
            ))}
          </ol>
        )}
        {error && (
          <p id={ERROR_ID} className={own.refused} role="alert">
            {error}
          </p>
        )}
        {outline.length > 0 && (
          <p className={own.sum} role="status" data-far-off={farOff}>
            {describeSum(total, wordCount, farOff)}
          </p>
        )}
        <div>
          <Button
            ref={adding}
            size="xs"
            variant="default"
            disabled={outline.length >= LIMITS.headings.most}
            onClick={add}
          >
            Add a heading
          </Button>
        </div>
      </fieldset>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </details>
  );
}

function describeSum(total: number, wordCount: number, farOff: boolean): string {
  const sum = `About ${total.toLocaleString("en")} words in all`;
  return farOff
    ? `${sum}, though the length of the post is set to ${wordCount.toLocaleString("en")}: the sections decide.`
    : `${sum}.`;
}
