"use client";
import { Button, Drawer } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Problem } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { useReturnFocus } from "@/app/_ui/use-return-focus";
import { When } from "@/app/_ui/when";
import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import { EDIT_REASONS, type EditReason, type VersionSummary } from "@/lib/blog/edit/schema";
import type { Post } from "@/lib/blog/schema";
import { DiffText } from "../diff/diff-text";
import editor from "../editor.module.css";
import { type Draft, toDraft, toText } from "../saving/draft";
import { fetchVersion, fetchVersions, restore } from "../saving/editor-requests";
import styles from "./versions-panel.module.css";

type VersionsPanelProps = {
  post: Post;
  draft: Draft;
  save: () => Promise<Post | null>;
  onRestored: (post: Post) => void;
  onClose: () => void;
};
type Compared = { version: number; draft: Draft };

/** Every saved state of the post: what each would change, and the way back to it. */
export function VersionsPanel({ post, draft, save, onRestored, onClose }: VersionsPanelProps) {
  useReturnFocus();
  const [versions, setVersions] = useState<VersionSummary[] | null>(null);
  const [compared, setCompared] = useState<Compared | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    void fetchVersions(post.id).then((answer) =>
      answer.ok ? setVersions(answer.value) : setProblem(answer.problem),
    );
  }, [post.id]);

  const compare = async (version: number) => {
    const answer = await fetchVersion(post.id, version);
    if (answer.ok) setCompared({ version, draft: toDraft(answer.value) });
    else setProblem(answer.problem);
  };
  const goBack = async (earlier: number) => {
    const stored = await save();
    if (!stored) return onClose();
    const answer = await restore(post.id, earlier, stored.version);
    if (answer.ok) onRestored(answer.value);
    else setProblem(answer.problem);
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title="Versions"
      closeButtonProps={{ "aria-label": "Close the versions" }}
    >
      {problem && <ProblemAlert problem={problem} />}
      {!versions && !problem && (
        <SkeletonLines widths={[80, 60, 70]} label="The versions are loading" />
      )}
      {versions?.length === 0 && (
        <p>There is one state so far. The first edit makes the next, and keeps this one.</p>
      )}
      <ol className={styles.versions}>
        {versions?.map((one) => (
          <li key={one.version}>
            <p className={styles.name}>
              Version {one.version}
              {one.version === post.version && " (now)"}: {nameReason(one.reason)}
            </p>
            <p className={editor.note}>
              <When iso={one.createdAt} />, {one.words} words
            </p>
            {one.version !== post.version && (
              <div className={editor.buttons}>
                <Button
                  size="xs"
                  variant="default"
                  aria-expanded={compared?.version === one.version}
                  aria-label={`Compare version ${one.version} with now`}
                  onClick={() =>
                    compared?.version === one.version
                      ? setCompared(null)
                      : void compare(one.version)
                  }
                >
                  Compare with now
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`Restore version ${one.version}`}
                  onClick={() => void goBack(one.version)}
                >
                  Restore
                </Button>
              </div>
            )}
            {compared?.version === one.version && (
              <DiffText
                before={toText(draft)}
                after={toText(compared.draft)}
                label={`What restoring version ${one.version} would change`}
                legend={{
                  removed: "is in the post now",
                  added: `is in version ${one.version}`,
                }}
              />
            )}
          </li>
        ))}
      </ol>
    </Drawer>
  );
}

function nameReason(reason: string): string {
  if (reason === "run") return "Written by the run";
  return isReason(reason) ? EDIT_REASONS[reason] : reason;
}

function isReason(reason: string): reason is EditReason {
  return Object.hasOwn(EDIT_REASONS, reason);
}
