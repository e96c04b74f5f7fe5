"use client";
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { formatUsd, yourKeys } from "@/app/_ui/money";
import { useWorkStream } from "@/app/_ui/work/use-work-stream";
import { WorkPanel } from "@/app/_ui/work/work-panel";
import { type ImprovedSection, improvedOutline } from "@/lib/blog/outline/schema";
import type { Source } from "@/lib/blog/schema";
import { LIMITS } from "@/lib/limits/registry";
import { compareOutlines, toSections } from "./compare-outlines";
import styles from "./outline.module.css";
import { OutlineComparisonView } from "./outline-comparison";
import {
  type DraftSection,
  findDraftProblem,
  type OutlineDraft,
  toOutlineBody,
} from "./outline-draft";

/** What a proposal costs about, in US dollars. */
const ESTIMATE_USD = 0.004;
const PAYER = yourKeys(["Gemini"]);

type ImproveOutlineProps = {
  postId: string;
  draft: OutlineDraft;
  sources: Source[];
  onAccept: (sections: DraftSection[]) => void;
  onClose: () => void;
};
/** A proposal, and the draft that it was made from. */
type Proposed = { sent: OutlineDraft; sections: ImprovedSection[] };

/** Asks for another outline from the same sources, and shows what it would change. */
export function ImproveOutline({ postId, draft, sources, ...on }: ImproveOutlineProps) {
  const work = useWorkStream();
  const [instruction, setInstruction] = useState("");
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const missing = findDraftProblem(draft);
  const start = () => {
    const sent = draft;
    const body = { ...toOutlineBody(sent), instruction };
    void work.start(`/api/blog/posts/${postId}/outline/improve`, body, {
      onDone: (data) => setProposed({ sent, ...improvedOutline.parse(data) }),
    });
  };
  const accept = ({ sent, sections }: Proposed) =>
    on.onAccept(toSections(sent.sections, sections, () => crypto.randomUUID()));
  return (
    <section className={styles.improve} aria-label="Improve the outline">
      {!proposed && (
        <>
          <Textarea
            label="What should be better?"
            placeholder="Begin with what beginners ask, and end with the costs"
            autosize
            autoFocus
            minRows={2}
            maxRows={6}
            maxLength={LIMITS.instructionCharacters.outline}
            value={instruction}
            onChange={(event) => setInstruction(event.currentTarget.value)}
          />
          <WorkPanel
            work={work}
            action="Propose an outline"
            disabled={instruction.trim() === "" || missing !== null}
            estimateUsd={ESTIMATE_USD}
            payer={PAYER}
            onStart={start}
          />
          {missing && <p className={styles.hint}>{missing}</p>}
        </>
      )}
      {proposed && (
        <>
          <p className={styles.hint} role="status">
            Proposed for {formatUsd(work.costUsd ?? 0)} on {PAYER}. Nothing has changed yet.
            {proposed.sent !== draft &&
              " You have changed the outline since: taking this replaces that too, and can be undone."}
          </p>
          <OutlineComparisonView
            comparison={compareOutlines(proposed.sent.sections, proposed.sections)}
            sources={sources}
          />
        </>
      )}
      <div className={styles.tools}>
        {proposed && <Button onClick={() => accept(proposed)}>Use this outline</Button>}
        {proposed && (
          <Button variant="default" onClick={() => setProposed(null)}>
            Ask again
          </Button>
        )}
        <Button variant="default" onClick={on.onClose}>
          {proposed ? "Discard" : "Close"}
        </Button>
      </div>
    </section>
  );
}
