"use client";
import Link from "next/link";
import styles from "./go-on.module.css";
import { ResumeButton } from "./resume-button";

type GoOnProps = {
  post: { id: string; topic: string };
  /** Some words have been written. */
  written: boolean;
  /** What must come before, as "Once that is mended"; null when nothing must. */
  condition: string | null;
  onResumed: () => void;
};

/** The way on from a run that ended early: from where it had come, or once more from the start. */
export function GoOn({ post, written, condition, onResumed }: GoOnProps) {
  const again = { pathname: "/posts/new", query: { topic: post.topic } };
  return (
    <>
      <p>
        {written && "What had arrived is kept below. "}
        {condition ? `${condition}, you` : "You"} can go on from where it stopped: nothing that you
        paid for is searched or written twice.
      </p>
      <div className={styles.ways}>
        <ResumeButton id={post.id} onResumed={onResumed} />
        <Link href={again}>Generate it again</Link>
      </div>
    </>
  );
}
