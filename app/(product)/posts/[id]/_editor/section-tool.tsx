"use client";
import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { formatUsd, yourKeys } from "@/app/_ui/money";
import { useWorkStream } from "@/app/_ui/use-work-stream";
import { WorkPanel } from "@/app/_ui/work-panel";
import type { Proposal } from "@/lib/blog/edit/schema";
import type { Post, Verdict } from "@/lib/blog/schema";
import { DiffText } from "./diff-text";
import styles from "./editor.module.css";
import type { ToolName } from "./section-menu";
import { VerdictList } from "./verdict-list";

/** What a start costs about, in US dollars. */
const ESTIMATES = { write: 0.006, search: 0.013 } as const;
const ACTIONS = {
  rewrite: "Rewrite it",
  expand: "Expand it",
  shorten: "Shorten it",
  tone: "Change the tone",
  sources: "Search and propose",
  check: "Check it",
} satisfies Record<ToolName, string>;

type SectionToolProps = {
  tool: ToolName;
  section: { id: string; heading: string; markdown: string };
  /** Saves first: a tool works on what is stored. Null when that failed. */
  save: () => Promise<Post | null>;
  onAccept: (proposal: Proposal) => void;
  onVerdict: (verdict: Verdict) => void;
  onClose: () => void;
};
/** The server's own answers, whose shape the schema of edits has. */
const proposal = z.custom<Proposal>(
  (value) => z.object({ markdown: z.string() }).safeParse(value).success,
);
const verdict = z.custom<Verdict>(
  (value) => z.object({ claims: z.array(z.unknown()) }).safeParse(value).success,
);

/** A tool at work on one section. It proposes; nothing changes before it is accepted. */
export function SectionTool({
  tool,
  section,
  save,
  onAccept,
  onVerdict,
  onClose,
}: SectionToolProps) {
  const work = useWorkStream();
  const payer = yourKeys(tool === "sources" ? ["Gemini", "Exa"] : ["Gemini"]);
  const [asked, setAsked] = useState({ instruction: "", tone: "", audience: "" });
  const [result, setResult] = useState<{ proposal?: Proposal; verdict?: Verdict }>({});
  const [writing, setWriting] = useState("");
  const [unsaved, setUnsaved] = useState(false);
  const start = async () => {
    setResult({});
    setWriting("");
    const stored = await save();
    setUnsaved(stored === null);
    if (!stored) return;
    const url = `/api/blog/posts/${stored.id}/sections/${section.id}`;
    const { version } = stored;
    if (tool === "check") return work.start(`${url}/check`, { version }, { onDone: takeVerdict });
    const given = Object.entries(asked).filter(([, value]) => value.trim() !== "");
    const body = { version, action: tool, ...Object.fromEntries(given) };
    return work.start(`${url}/revise`, body, { onField: takeWords, onDone: takeProposal });
  };
  const takeWords = (_: string, value: unknown) => setWriting(z.string().catch("").parse(value));
  const takeProposal = (data: unknown) => setResult({ proposal: proposal.parse(data) });
  const takeVerdict = (data: unknown) => {
    const found = verdict.parse(data);
    setResult({ verdict: found });
    onVerdict(found);
  };
  return (
    <section className={styles.proposal} aria-label={`${ACTIONS[tool]}: ${section.heading}`}>
      {!result.proposal && (
        <>
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
      {result.proposal && (
        <p className={styles.note} role="status">
          Proposed for {formatUsd(work.costUsd ?? 0)} on {payer}. Nothing has changed yet.
        </p>
      )}
      {unsaved && (
        <p role="alert">
          Your last changes must be saved first. The line at the top says why they were not.
        </p>
      )}
      {work.running && writing && <p className={styles.writing}>{writing.slice(-400)}</p>}
      {result.verdict && <VerdictList verdict={result.verdict} />}
      {result.proposal && <Proposed proposal={result.proposal} before={section.markdown} />}
      <div className={styles.buttons}>
        {result.proposal && (
          <Button onClick={() => result.proposal && onAccept(result.proposal)}>Accept</Button>
        )}
        <Button variant="default" onClick={onClose}>
          {result.proposal ? "Discard" : "Close"}
        </Button>
      </div>
    </section>
  );
}

function Proposed({
  proposal: { markdown, dropped, sources },
  before,
}: {
  proposal: Proposal;
  before: string;
}) {
  return (
    <>
      <DiffText before={before} after={markdown} label="What would change" />
      {sources.length > 0 && (
        <p className={styles.note}>
          New sources: {sources.map(({ title }) => title).join("; ")}. They join the post when you
          accept.
        </p>
      )}
      {dropped > 0 && (
        <p className={styles.note}>
          {dropped === 1 ? "One citation" : `${dropped} citations`} of something that was never
          found
          {dropped === 1 ? " was" : " were"} taken out.
        </p>
      )}
    </>
  );
}

type Asked = { instruction: string; tone: string; audience: string };
type ToolFieldsProps = { tool: ToolName; asked: Asked; onChange: (asked: Asked) => void };

function ToolFields({ tool, asked, onChange }: ToolFieldsProps) {
  const field = (name: keyof Asked) => ({
    value: asked[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...asked, [name]: event.currentTarget.value }),
  });
  if (tool === "check") return null;
  return (
    <>
      {tool === "tone" && (
        <div className={styles.fields}>
          <TextInput
            label="Tone"
            placeholder="warm and direct"
            maxLength={100}
            data-autofocus
            {...field("tone")}
          />
          <TextInput
            label="Audience"
            placeholder="people who are new to it"
            maxLength={200}
            {...field("audience")}
          />
        </div>
      )}
      <Textarea
        label={tool === "rewrite" ? "What should change?" : "Anything to keep in mind? (optional)"}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1_000}
        {...field("instruction")}
      />
    </>
  );
}

function isReady(tool: ToolName, { instruction, tone, audience }: Asked): boolean {
  if (tool === "rewrite") return instruction.trim() !== "";
  return tool !== "tone" || `${tone}${audience}`.trim() !== "";
}
