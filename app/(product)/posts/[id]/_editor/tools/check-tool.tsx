"use client";
import { useState } from "react";
import { z } from "zod";
import { yourKeys } from "@/app/_ui/money";
import { useWorkStream } from "@/app/_ui/work/use-work-stream";
import { WorkPanel } from "@/app/_ui/work/work-panel";
import type { Verdict } from "@/lib/blog/schema";
import { ToolFrame, type ToolProps } from "./tool-frame";
import { useStored } from "./use-stored";
import { VerdictList } from "./verdict-list";

const ESTIMATE_USD = 0.006;
/** The server's own answer, whose shape the schema of posts has. */
const verdict = z.custom<Verdict>(
  (value) => z.object({ claims: z.array(z.unknown()) }).safeParse(value).success,
);
type CheckToolProps = ToolProps & {
  onVerdict: (verdict: Verdict) => void;
  /** Another tool takes over: the search for sources, with its wish filled in. */
  onSources: (wish: string) => void;
};

/** Compares every sentence of a section with what it cites. */
export function CheckTool({ section, save, onVerdict, onSources, onClose }: CheckToolProps) {
  const work = useWorkStream();
  const { unsaved, store } = useStored(save);
  const [found, setFound] = useState<Verdict | null>(null);
  const onDone = (data: unknown) => {
    const answer = verdict.parse(data);
    setFound(answer);
    onVerdict(answer);
  };
  const start = async () => {
    setFound(null);
    const stored = await store();
    if (!stored) return;
    const url = `/api/blog/posts/${stored.id}/sections/${section.id}/check`;
    await work.start(url, { version: stored.version }, { onDone });
  };
  return (
    <ToolFrame label={`Check it: ${section.heading}`} unsaved={unsaved} onClose={onClose}>
      <WorkPanel
        work={work}
        action="Check it"
        estimateUsd={ESTIMATE_USD}
        payer={yourKeys(["Gemini"])}
        onStart={() => void start()}
      />
      {found && (
        <VerdictList
          verdict={found}
          onSearch={(sentence) => onSources(`Bear out or correct this: “${sentence}”`)}
        />
      )}
    </ToolFrame>
  );
}
