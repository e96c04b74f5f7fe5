"use client";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Problem } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { showToast } from "@/app/_ui/messages/toast";
import type { KeyTimeline as Timeline } from "@/lib/keys/schema";
import styles from "./api-keys.module.css";
import { KeyEvents } from "./key-events";
import { fetchEvents, sealAnew } from "./key-requests";

type KeyTimelineProps = { initial: Timeline; names: Record<string, string> };

/** What happened to the keys, newest first, and the way to have them sealed anew. */
export function KeyTimeline({ initial, names }: KeyTimelineProps) {
  const [{ events, nextCursor }, setTimeline] = useState(initial);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState<"more" | "seal" | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function showEarlier() {
    if (nextCursor === null) return;
    setBusy("more");
    const answer = await fetchEvents(nextCursor);
    setBusy(null);
    if (!answer.ok) return setProblem(answer.problem);
    setProblem(null);
    setTimeline({ ...answer.value, events: [...events, ...answer.value.events] });
  }

  async function seal() {
    setBusy("seal");
    const answer = await sealAnew();
    const fresh = answer.ok ? await fetchEvents() : answer;
    setBusy(null);
    if (!fresh.ok) return setProblem(fresh.problem);
    setProblem(null);
    setTimeline(fresh.value);
    setOpen(false);
    showToast({
      title: "Sealed anew",
      message: "Your keys are the same; what seals them is new.",
      tone: "good",
    });
  }

  return (
    <section className={styles.timeline} aria-labelledby="key-timeline">
      <div className={styles.saved}>
        <h2 id="key-timeline">What happened to your keys</h2>
        {events.length > 0 && (
          <Button size="xs" variant="default" loading={busy === "seal"} onClick={() => void seal()}>
            Seal them anew
          </Button>
        )}
      </div>
      {events.length === 0 && <p className={styles.note}>Nothing yet: no key was saved here.</p>}
      <KeyEvents
        {...{ events, names, open }}
        more={nextCursor !== null}
        onToggle={() => setOpen(!open)}
      />
      {problem && <ProblemAlert problem={problem} />}
      {open && nextCursor !== null && (
        <Button
          className={styles.earlier}
          size="xs"
          variant="default"
          loading={busy === "more"}
          onClick={() => void showEarlier()}
        >
          Show earlier
        </Button>
      )}
    </section>
  );
}
