"use client";
import { Button } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import type { CopiedRun, Originality, Proposal } from "@/lib/blog/edit/schema";
import { LIMITS } from "@/lib/limits/registry";
import styles from "../editor.module.css";
import { OriginalityList } from "./originality-list";
import { Proposed } from "./proposed";
import { quoteRun } from "./quote-run";
import { ToolFrame, type ToolProps } from "./tool-frame";
import { useRequest } from "./use-request";
import { useStored } from "./use-stored";

/** The server's own answer, whose shape the schema of edits has. */
const answer = z.custom<Originality>(
  (value) => z.object({ copied: z.array(z.unknown()) }).safeParse(value).success,
);
const MOST_INSTRUCTION = LIMITS.instructionCharacters.section;
type OriginalityToolProps = ToolProps & { onRewrite: (instruction: string) => void };

/** Looks for words that stand in a source as well. Code alone does it, so it is free. */
export function OriginalityTool({ section, save, ...on }: OriginalityToolProps) {
  const { busy, value, problem, ask, clear } = useRequest(answer);
  const { unsaved, store } = useStored(save);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [checked, setChecked] = useState("");
  const start = async () => {
    clear();
    const stored = await store();
    if (!stored) return;
    const own = stored.document.sections.find(({ id }) => id === section.id);
    setChecked(own?.markdown.trim() ?? "");
    const url = `/api/blog/posts/${stored.id}/sections/${section.id}/originality`;
    await ask(url, { version: stored.version });
  };
  const quote = (run: CopiedRun) => {
    const isSame = checked === section.markdown;
    const markdown = isSame && value ? quoteRun(checked, run) : undefined;
    if (markdown === undefined || !value) return undefined;
    return () => setProposal(toProposal(value, run, markdown));
  };
  return (
    <ToolFrame
      label={`Check originality: ${section.heading}`}
      unsaved={unsaved}
      actions={proposal && <Button onClick={() => on.onAccept(proposal)}>Accept</Button>}
      closeLabel={proposal ? "Discard" : "Close"}
      onClose={proposal ? () => setProposal(null) : on.onClose}
    >
      {!proposal && (
        <div className={styles.buttons}>
          <Button onClick={() => void start()} loading={busy}>
            {value ? "Compare again" : "Compare"}
          </Button>
          <p className={styles.note}>
            Free: compares the words of this section with its sources and your other posts.
          </p>
        </div>
      )}
      {problem && <ProblemAlert problem={problem} />}
      {value && !proposal && (
        <OriginalityList
          found={value}
          quote={quote}
          onRewrite={() => on.onRewrite(describeRewrite(value))}
        />
      )}
      {proposal && (
        <Proposed
          proposal={proposal}
          before={section.markdown}
          note="These words in quotation marks, with their citation."
        />
      )}
    </ToolFrame>
  );
}

function toProposal({ sectionId, version }: Originality, run: CopiedRun, markdown: string) {
  const { passageId, title, url, text } = run;
  const sourceId = passageId.split(".")[0] ?? "";
  const citation = { sectionId, passageId, sourceId, title, url, quote: text };
  const nothing = { sources: [], dropped: 0 };
  return {
    sectionId,
    action: "quote" as const,
    version,
    markdown,
    citations: [citation],
    ...nothing,
  };
}

/** The places by their words, as many as an instruction holds. */
function describeRewrite({ copied, shared }: Originality): string {
  const places = [...copied, ...shared].map(({ text }) => `“${text}”`);
  const said = "Say this in your own words, and keep its facts and citations:";
  return places
    .reduce((text, place) => {
      const longer = `${text} ${place}`;
      return longer.length <= MOST_INSTRUCTION ? longer : text;
    }, said)
    .slice(0, MOST_INSTRUCTION);
}
