"use client";
import Link from "next/link";
import { LinkButton } from "@/app/_ui/link-button";
import { FinishButton } from "../../_frame/finish-button";
import styles from "./finish.module.css";

type LaunchButtonProps = { done: boolean; open: { id: string; title: string }[] };

/** Finishes the wizard; what stands before that is said above it. */
export function LaunchButton({ done, open }: LaunchButtonProps) {
  if (done)
    return (
      <div className={styles.launch}>
        <LinkButton href="/posts/new">Write a post</LinkButton>
      </div>
    );
  return (
    <div className={styles.launch}>
      {open.length > 0 && (
        <p>
          Before the setup can be finished:{" "}
          {open.map(({ id, title }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <Link href={`/onboarding/${id}`}>{title}</Link>
            </span>
          ))}
          . Posts can be written before that, with your keys alone:{" "}
          <Link href="/posts/new">write one now</Link>.
        </p>
      )}
      <FinishButton disabled={open.length > 0} />
    </div>
  );
}
