"use client";
import { Button } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useEffect, useState } from "react";
import { forgetStored, readStored } from "@/app/_ui/browser-store";
import styles from "./new-post.module.css";
import { type PostDraft, postDraft } from "./post-draft";

/** What was typed before is back, until its user begins anew. */
export type Kept = { back: boolean; beginAnew: () => void };

/**
 * Brings back what this browser has kept of the form under `name`. A topic that the address brings is
 * a wish of its own: then nothing is brought back.
 */
export function useKeptForm(
  form: UseFormReturnType<PostDraft>,
  name: string,
  wanted: string,
): Kept {
  const [back, setBack] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once, when the page opens.
  useEffect(() => {
    const found = wanted === "" ? readStored(name, postDraft) : null;
    if (!found || JSON.stringify(found) === JSON.stringify(form.getInitialValues())) return;
    form.setValues(found);
    setBack(true);
  }, []);
  const beginAnew = () => {
    form.reset();
    forgetStored(name);
    setBack(false);
  };
  return { back, beginAnew };
}

/** Says that the form was filled in before, with the way to an empty one. */
export function KeptForm({ kept }: { kept: Kept }) {
  return (
    <div className={styles.kept} role="status">
      {kept.back && (
        <>
          <span>What you had typed here is back.</span>
          <Button size="compact-sm" variant="default" onClick={kept.beginAnew}>
            Begin with an empty form
          </Button>
        </>
      )}
    </div>
  );
}
