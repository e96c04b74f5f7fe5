"use client";
import { Button } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import type { OwnLinks, Proposal } from "@/lib/blog/edit/schema";
import type { Post } from "@/lib/blog/schema";
import styles from "../editor.module.css";
import { LinkChoices } from "./link-choices";
import { Proposed } from "./proposed";
import { ToolFrame, type ToolProps } from "./tool-frame";
import { useRequest } from "./use-request";
import { useStored } from "./use-stored";

/** The server's own answers, whose shapes the schema of edits has. */
const answer = z.custom<OwnLinks>(
  (value) => z.object({ links: z.array(z.unknown()) }).safeParse(value).success,
);
const proposed = z.custom<Proposal>(
  (value) => z.object({ markdown: z.string() }).safeParse(value).success,
);

/** Cites published posts of one's own behind the sentences they fit. Code alone does it, so it is free. */
export function LinksTool({ section, save, onAccept, onClose }: ToolProps) {
  const links = useRequest(answer);
  const proposal = useRequest(proposed);
  const { unsaved, store } = useStored(save);
  const [ticked, setTicked] = useState<string[]>([]);
  const ask = async (begin: (url: string, stored: Post) => Promise<void>) => {
    const stored = await store();
    if (stored) await begin(`/api/blog/posts/${stored.id}/sections/${section.id}/links`, stored);
  };
  const find = () => ask((url, { version }) => links.ask(url, { version }));
  const propose = () =>
    ask((url, { version }) => proposal.ask(`${url}/proposal`, { version, postIds: ticked }));
  const problem = proposal.problem ?? links.problem;
  const result = proposal.value;
  const isOffered = (links.value?.links ?? []).length > 0;
  return (
    <ToolFrame
      label={`Link my own posts: ${section.heading}`}
      unsaved={unsaved}
      actions={
        result ? (
          <Button onClick={() => onAccept(result)}>Accept</Button>
        ) : (
          isOffered && (
            <Button
              onClick={() => void propose()}
              loading={proposal.busy}
              disabled={ticked.length === 0}
            >
              Show what would change
            </Button>
          )
        )
      }
      closeLabel={result ? "Discard" : "Close"}
      onClose={result ? proposal.clear : onClose}
    >
      {!links.value && (
        <div className={styles.buttons}>
          <Button onClick={() => void find()} loading={links.busy}>
            Look for fitting posts
          </Button>
          <p className={styles.note}>
            Free: looks for published posts of yours that fit a sentence of this section.
          </p>
        </div>
      )}
      {problem && <ProblemAlert problem={problem} />}
      {links.value && !result && (
        <LinkChoices found={links.value} ticked={ticked} onTick={setTicked} />
      )}
      {result && (
        <Proposed
          proposal={result}
          before={section.markdown}
          note="A link to a post of yours is a citation of it: check the facts again afterwards."
        />
      )}
    </ToolFrame>
  );
}
