"use client";
import { Button, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type SyntheticEvent, useState } from "react";
import { z } from "zod";
import { type Problem, requestJson } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { DELETE_WORDS } from "@/lib/account/schema";
import styles from "../settings.module.css";

/** Everything of one's own to take along, and the way to leave for good. */
export function AccountSection({ production }: { production: boolean }) {
  const [asking, dialog] = useDisclosure(false);
  return (
    <section className={styles.section} aria-labelledby="account">
      <h2 id="account">Account</h2>
      <ul className={styles.rows}>
        <li className={styles.row}>
          <h3>Your data</h3>
          <p className={styles.soft}>
            Everything we have of you, as one JSON file. Secrets are left out: they are sealed, and
            no use elsewhere.
          </p>
          <a href="/api/account/export" download>
            Download
          </a>
        </li>
        <li className={styles.row}>
          <h3>Delete</h3>
          <p className={styles.soft}>
            {production
              ? "All posts, keys, sites and costs, and your sign-in. Nothing is kept, and nothing can be brought back."
              : "All posts, keys, sites and costs, and the keys in .env.local. Nothing can be brought back."}
          </p>
          <Button size="xs" variant="default" color="bad" onClick={dialog.open}>
            Delete my account…
          </Button>
        </li>
      </ul>
      <DeleteDialog opened={asking} onClose={dialog.close} />
    </section>
  );
}

function DeleteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (typed.trim() !== DELETE_WORDS) return;
    setBusy(true);
    const answer = await requestJson("/api/account", z.null(), {
      method: "DELETE",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ confirm: DELETE_WORDS }),
    });
    if (answer.ok) {
      localStorage.clear();
      sessionStorage.clear();
      return window.location.assign("/account-deleted");
    }
    setBusy(false);
    setProblem(answer.problem);
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Delete your account?"
      centered
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form onSubmit={(event) => void submit(event)} className={styles.dialog}>
        <p>
          Everything of yours here is deleted in one step, and posts that are being written are
          stopped. Download your data first if you want to keep any of it.
        </p>
        <TextInput
          label={`Type “${DELETE_WORDS}” to go on`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        {problem && <ProblemAlert problem={problem} />}
        <div className={styles.buttons}>
          <Button type="submit" color="bad" loading={busy} disabled={typed.trim() !== DELETE_WORDS}>
            Delete everything
          </Button>
          <Button variant="default" onClick={onClose} disabled={busy}>
            Keep my account
          </Button>
        </div>
      </form>
    </Modal>
  );
}
