"use client";
import { Button } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { formatUsd, yourKeys } from "@/app/_ui/money";
import { useWorkStream } from "@/app/_ui/work/use-work-stream";
import { WorkPanel } from "@/app/_ui/work/work-panel";
import type { Proposal } from "@/lib/blog/edit/schema";
import editor from "../editor.module.css";
import { Proposed } from "./proposed";
import styles from "./revise-tool.module.css";
import { isReady, type ReviseAction, type ReviseWishes, ToolFields } from "./tool-fields";
import { ToolFrame, type ToolProps } from "./tool-frame";
import { useStored } from "./use-stored";

/** What a start costs about, in US dollars. */
const ESTIMATES = { write: 0.006, search: 0.013 } as const;
const ACTIONS = {
  rewrite: "Rewrite it",
  polish: "Polish it",
  expand: "Expand it",
  shorten: "Shorten it",
  tone: "Change the tone",
  sources: "Search and propose",
  flow: "Smooth them",
} satisfies Record<ReviseAction, string>;
/** The server's own answer, whose shape the schema of edits has. */
const proposal = z.custom<Proposal>(
  (value) => z.object({ markdown: z.string() }).safeParse(value).success,
);
type ReviseToolProps = ToolProps & { tool: ReviseAction; instruction: string };

/** Another text for a section, written while one looks on, with what it would change. */
export function ReviseTool({ tool, section, save, instruction, ...on }: ReviseToolProps) {
  const work = useWorkStream();
  const { unsaved, store } = useStored(save);
  const payer = yourKeys(tool === "sources" ? ["Gemini", "Exa"] : ["Gemini"]);
  const [asked, setAsked] = useState<ReviseWishes>({ instruction, tone: "", audience: "" });
  const [result, setResult] = useState<Proposal | null>(null);
  const [writing, setWriting] = useState("");
  const start = async () => {
    setResult(null);
    setWriting("");
    const stored = await store();
    if (!stored) return;
    const given = Object.entries(asked).filter(([, value]) => value.trim() !== "");
    const body = { version: stored.version, action: tool, ...Object.fromEntries(given) };
    await work.start(`/api/blog/posts/${stored.id}/sections/${section.id}/revise`, body, {
      onField: (_, value) => setWriting(z.string().catch("").parse(value)),
      onDone: (data) => setResult(proposal.parse(data)),
    });
  };
  return (
    <ToolFrame
      label={`${ACTIONS[tool]}: ${section.heading}`}
      unsaved={unsaved}
      actions={result && <Button onClick={() => on.onAccept(result)}>Accept</Button>}
      closeLabel={result ? "Discard" : "Close"}
      onClose={on.onClose}
    >
      {!result && (
        <>
          {tool === "flow" && (
            <p className={editor.note}>
              Only the first and the last sentence change, so that the section follows from what
              stands before it and leads to what comes next.
            </p>
          )}
          <ToolFields tool={tool} asked={asked} onChange={setAsked} />
          <WorkPanel
            work={work}
            action={ACTIONS[tool]}
            disabled={!isReady(tool, asked)}
            estimateUsd={tool === "sources" ? ESTIMATES.search : ESTIMATES.write}
            payer={payer}
            onStart={() => void start()}
          />
        </>
      )}
      {work.running && writing && <p className={styles.writing}>{writing.slice(-400)}</p>}
      {result && (
        <Proposed
          proposal={result}
          before={section.markdown}
          note={`Proposed for ${formatUsd(work.costUsd ?? 0)} on ${payer}.`}
        />
      )}
    </ToolFrame>
  );
}
