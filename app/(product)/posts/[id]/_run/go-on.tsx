"use client";
import Link from "next/link";
import { ResumeButton } from "./resume-button";
import styles from "./run.module.css";

type GoOnProps = {
  post: { id: string; topic: string };
  /** Some words have been written. */
  written: boolean;
  /** "It goes", or what must come before. */
  condition: string;
  onResumed: () => void;
};

/** The way on from a run that ended early: from where it had come, or once more from the start. */
export function GoOn({ post, written, condition, onResumed }: GoOnProps) {
  const again = { pathname: "/posts/new", query: { topic: post.topic } };
  return (
    <>
      <p>
        {written && "What had arrived is kept below. "}
        {condition} on from where it had come: nothing that you paid for is searched or written
        twice.
      </p>
      <div className={styles.ways}>
        <ResumeButton id={post.id} onResumed={onResumed} />
        <Link href={again}>Generate it again</Link>
      </div>
    </>
  );
}
