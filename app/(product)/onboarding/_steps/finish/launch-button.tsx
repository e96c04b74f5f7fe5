"use client";
import { LinkButton } from "@/app/_ui/link-button";
import { FinishButton } from "../../_frame/finish-button";
import styles from "./finish.module.css";

type LaunchButtonProps = { done: boolean; open: { id: string; title: string }[] };

/** Finishes the wizard, or leads to the first step that stands before that. */
export function LaunchButton({ done, open }: LaunchButtonProps) {
  const [next] = open;
  if (done)
    return (
      <div className={styles.launch}>
        <LinkButton href="/posts/new">Write a post</LinkButton>
      </div>
    );
  if (!next)
    return (
      <div className={styles.launch}>
        <FinishButton />
      </div>
    );
  return (
    <div className={styles.launch}>
      <p>
        The setup is finished once{" "}
        {new Intl.ListFormat("en").format(open.map(({ title }) => title))}{" "}
        {open.length === 1 ? "is" : "are"} saved. Your keys alone are enough to write before that.
      </p>
      <div className={styles.ways}>
        <LinkButton href={`/onboarding/${next.id}`}>Go on with {next.title}</LinkButton>
        <LinkButton href="/posts/new" variant="default">
          Write a post now
        </LinkButton>
      </div>
    </div>
  );
}
