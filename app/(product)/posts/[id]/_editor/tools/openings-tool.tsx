"use client";
import { Button, Radio, Stack, Textarea } from "@mantine/core";
import { useMemo, useState } from "react";
import { z } from "zod";
import { formatUsd, yourKeys } from "@/app/_ui/money";
import { useWorkStream } from "@/app/_ui/work/use-work-stream";
import { WorkPanel } from "@/app/_ui/work/work-panel";
import { hasFirstParagraph, type OpeningPlace, placeOpening } from "@/lib/blog/edit/place-opening";
import type { Opening, Openings } from "@/lib/blog/edit/schema";
import { LIMITS } from "@/lib/limits/registry";
import { DiffText } from "../diff/diff-text";
import styles from "../editor.module.css";
import { OpeningChoices } from "./opening-choices";
import { Arrived, ToolFrame, type ToolProps } from "./tool-frame";
import { useStored } from "./use-stored";

const ESTIMATE_USD = 0.006;
const PAYER = yourKeys(["Gemini"]);
/** The server's own answer, whose shape the schema of edits has. */
const answer = z.custom<Openings>(
  (value) => z.object({ openings: z.array(z.unknown()) }).safeParse(value).success,
);

/** Three paragraphs that the post could begin with: one is chosen, and placed where its reader sees what changes. */
export function OpeningsTool({ section, save, onAccept, onClose }: ToolProps) {
  const work = useWorkStream();
  const { unsaved, store } = useStored(save);
  const [instruction, setInstruction] = useState("");
  const [found, setFound] = useState<Openings | null>(null);
  const [chosen, setChosen] = useState<Opening | null>(null);
  const [place, setPlace] = useState<OpeningPlace>("before");
  const start = async () => {
    const stored = await store();
    if (!stored) return;
    const said = instruction.trim();
    const body = { version: stored.version, ...(said ? { instruction: said } : {}) };
    const onDone = (data: unknown) => setFound(answer.parse(data));
    await work.start(`/api/blog/posts/${stored.id}/openings`, body, { onDone });
  };
  const beside = useMemo(() => found?.openings.map(({ markdown }) => markdown), [found]);
  const change = useMemo(() => {
    if (!chosen) return null;
    const markdown = placeOpening(section.markdown, chosen.markdown, place);
    return { sectionId: section.id, markdown, citations: chosen.citations };
  }, [section, chosen, place]);
  const accept = () => {
    if (!found || !change) return;
    const { version } = found;
    onAccept({ action: "opening", version, sources: [], dropped: 0, ...change });
  };
  return (
    <ToolFrame
      label={`Three openings: ${section.heading}`}
      unsaved={unsaved}
      actions={chosen && <Button onClick={accept}>Accept</Button>}
      closeLabel={found ? "Discard" : "Close"}
      onClose={onClose}
    >
      {!found && (
        <>
          <Textarea
            label="Anything to keep in mind? (optional)"
            autosize
            minRows={2}
            maxRows={6}
            maxLength={LIMITS.instructionCharacters.proposal}
            value={instruction}
            onChange={(event) => setInstruction(event.currentTarget.value)}
          />
          <WorkPanel
            work={work}
            action="Propose three"
            estimateUsd={ESTIMATE_USD}
            payer={PAYER}
            onStart={() => void start()}
          />
        </>
      )}
      {found && (
        <Arrived label="Three openings">
          <p className={styles.note} role="status">
            Proposed for {formatUsd(work.costUsd ?? 0)} on {PAYER}. Nothing has changed yet: choose
            one to see where it would go.
          </p>
          <OpeningChoices openings={found.openings} chosen={chosen} onChoose={setChosen} />
        </Arrived>
      )}
      {change && (
        <>
          {hasFirstParagraph(section.markdown) && <PlaceChoice place={place} onChange={setPlace} />}
          <DiffText
            before={section.markdown}
            after={change.markdown}
            beside={beside}
            label="What would change"
          />
        </>
      )}
    </ToolFrame>
  );
}

type PlaceChoiceProps = { place: OpeningPlace; onChange: (place: OpeningPlace) => void };

function PlaceChoice({ place, onChange }: PlaceChoiceProps) {
  return (
    <Radio.Group
      label="Where should it go?"
      value={place}
      onChange={(value) => onChange(value === "replace" ? "replace" : "before")}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="before" label="Before the present first paragraph" />
        <Radio value="replace" label="In place of the present first paragraph" />
      </Stack>
    </Radio.Group>
  );
}
