"use client";
import dynamic from "next/dynamic";
import { createPortal } from "react-dom";
import { useSectionSlots } from "@/app/_ui/section-slots";
import type { Suggestion } from "@/lib/copilot/schema";
import styles from "./cards.module.css";
import { useWaitingSuggestions } from "./use-waiting-suggestions";

/** Most posts are read with nothing waiting: the card comes with the first suggestion. */
const SuggestionCard = dynamic(
  () => import("./suggestion-card").then((module) => module.SuggestionCard),
  { ssr: false },
);

/**
 * What the assistant has suggested for this post and nobody has decided, on whatever device: at its
 * section where that has a place for it, as the editor has, and above the post otherwise.
 */
export function PostSuggestions({ postId }: { postId: string }) {
  const { suggestions, settle } = useWaitingSuggestions(postId);
  const slots = useSectionSlots();
  const card = (one: Suggestion) => (
    <SuggestionCard key={one.id} suggestion={one} onDecided={(status) => settle(one.id, status)} />
  );
  const placed = suggestions.map((one) => ({ one, slot: slots.get(findSection(one) ?? "") }));
  const above = placed.filter(({ slot }) => !slot);
  const waiting = above.filter(({ one }) => one.status === "waiting").length;
  return (
    <>
      {placed.map(({ one, slot }) => slot && createPortal(card(one), slot, one.id))}
      {above.length > 0 && (
        <details className={styles.waiting}>
          <summary>{describeWaiting(waiting)}</summary>
          {above.map(({ one }) => card(one))}
        </details>
      )}
    </>
  );
}

/** The first of the sections that it changes. */
function findSection({ shown }: Suggestion): string | undefined {
  return shown.find(({ sectionId }) => sectionId !== undefined)?.sectionId;
}

function describeWaiting(waiting: number): string {
  if (waiting === 0) return "No suggestion of the assistant waits any more";
  if (waiting === 1) return "One suggestion of the assistant waits";
  return `${waiting} suggestions of the assistant wait`;
}
