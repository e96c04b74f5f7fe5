"use client";
import { Button, Modal } from "@mantine/core";
import dynamic from "next/dynamic";
import { LinkButton } from "@/app/_ui/link-button";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { unloaded } from "@/app/_ui/work/part-unloaded";
import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import { ExportMenu } from "./export-menu";
import { PublicationHistory } from "./publication-history";
import styles from "./publish.module.css";
import type { PublishDialogState } from "./use-publish-dialog";
import type { Publishing } from "./use-publishing";

/** Loaded when the dialog is: nobody needs it to read a post. */
const PublishForm = dynamic(
  () => import("./publish-form").then((module) => module.PublishForm, unloaded),
  {
    loading: () => <SkeletonLines widths={[40, 92, 85]} label="Looking at your sites" />,
  },
);

/** Opens the dialog in which a post is published. */
export function PublishButton({ dialog }: { dialog: PublishDialogState }) {
  return (
    <Button size="xs" onClick={dialog.open}>
      Publish…
    </Button>
  );
}

type PublishDialogProps = { postId: string; dialog: PublishDialogState };

/** The dialog in which a post is published. */
export function PublishDialog({ postId, dialog }: PublishDialogProps) {
  const { opened, close, publishing } = dialog;
  return (
    <Modal
      opened={opened}
      onClose={close}
      title="Publish this post"
      size="lg"
      closeOnClickOutside={!publishing.busy}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <DialogBody postId={postId} publishing={publishing} onClose={close} />
    </Modal>
  );
}

type DialogBodyProps = { postId: string; publishing: Publishing; onClose: () => void };

function DialogBody({ postId, publishing, onClose }: DialogBodyProps) {
  const { known, plan, problem } = publishing;
  if (!known)
    return problem ? (
      <ProblemAlert problem={problem} />
    ) : (
      <SkeletonLines widths={[40, 92, 85, 60]} label="Looking at your sites and the post" />
    );
  return (
    <>
      {known.sites.length === 0 ? (
        <div className={styles.form}>
          <p>
            No site is connected yet. Connect the WordPress or Ghost that your posts should go to;
            nothing is published there without you. For any other site take the post with you: copy
            it as Markdown or HTML, or download it.
          </p>
          <div className={styles.buttons}>
            <LinkButton href="/onboarding/integrations">Connect a site</LinkButton>
            <ExportMenu postId={postId} />
          </div>
        </div>
      ) : (
        plan && <PublishForm {...{ publishing, known, plan, onClose }} />
      )}
      <section className={styles.past} aria-labelledby="publish-history">
        <h3 id="publish-history">History</h3>
        <PublicationHistory publications={known.publications} />
      </section>
    </>
  );
}
