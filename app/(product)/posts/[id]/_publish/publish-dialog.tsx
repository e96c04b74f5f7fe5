"use client";
import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { LinkButton } from "@/app/_ui/link-button";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import type { Post } from "@/lib/blog/schema";
import { PublicationHistory } from "./publication-history";
import styles from "./publish.module.css";
import { PublishForm } from "./publish-form";
import { type Publishing, usePublishing } from "./use-publishing";

/** The button that opens the dialog in which a post is published, and the dialog. */
export function PublishDialog({ post }: { post: Pick<Post, "id"> }) {
  const [opened, dialog] = useDisclosure(false);
  const publishing = usePublishing(post.id);
  const open = () => {
    publishing.open();
    dialog.open();
  };
  return (
    <>
      <Button size="xs" onClick={open}>
        Publish
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title="Publish this post"
        size="lg"
        closeOnClickOutside={!publishing.busy}
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <DialogBody publishing={publishing} onClose={dialog.close} />
      </Modal>
    </>
  );
}

function DialogBody({ publishing, onClose }: { publishing: Publishing; onClose: () => void }) {
  const { known, plan, problem } = publishing;
  if (!known || !plan)
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
            nothing is published there without you.
          </p>
          <div>
            <LinkButton href="/onboarding/integrations">Connect a site</LinkButton>
          </div>
        </div>
      ) : (
        <PublishForm publishing={publishing} known={known} plan={plan} onClose={onClose} />
      )}
      <section className={styles.past} aria-labelledby="publish-history">
        <h3 id="publish-history">History</h3>
        <PublicationHistory publications={known.publications} />
      </section>
    </>
  );
}
