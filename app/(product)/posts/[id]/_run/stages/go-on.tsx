"use client";
import Link from "next/link";
import { useState } from "react";
import styles from "./go-on.module.css";
import { ModelChoice } from "./model-choice";
import { ResumeButton } from "./resume-button";

type GoOnProps = {
  post: { id: string; topic: string };
  /** Some words have been written. */
  written: boolean;
  /** What must come before, as "Once that is mended"; null when nothing must. */
  condition: string | null;
  /** Another model may go on: the user is asked which. */
  asksForModel: boolean;
  onResumed: () => void;
};

/** The way on from a run that ended early: from where it had come, or once more from the start. */
export function GoOn({ post, written, condition, asksForModel, onResumed }: GoOnProps) {
  const [model, setModel] = useState("");
  const again = { pathname: "/posts/new", query: { topic: post.topic } };
  return (
    <>
      <p>
        {written && "What had arrived is kept below. "}
        {condition ? `${condition}, you` : "You"} can go on from where it stopped: nothing that you
        paid for is searched or written twice.
      </p>
      {asksForModel && <ModelChoice value={model} onChange={setModel} />}
      <div className={styles.ways}>
        <ResumeButton id={post.id} model={model || undefined} onResumed={onResumed} />
        <Link href={again}>Generate it again</Link>
      </div>
    </>
  );
}
