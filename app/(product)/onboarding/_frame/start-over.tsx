"use client";
import { Button, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Problem } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import styles from "./frame.module.css";
import { resetWizard } from "./step-requests";

/** Sends the wizard back to its beginning, with or without what was entered. */
export function StartOver() {
  const router = useRouter();
  const [opened, dialog] = useDisclosure(false);
  const [word, setWord] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const reset = async (mode: "soft" | "hard") => {
    const answer = await resetWizard(mode);
    if (!answer.ok) return setProblem(answer.problem);
    dialog.close();
    setWord("");
    router.push("/onboarding");
    router.refresh();
  };
  return (
    <>
      <button type="button" className={styles.over} onClick={dialog.open}>
        Start over…
      </button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title="Start the setup over?"
        centered
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <p>
          Your keys, connected sites and posts stay. You can walk through the steps again with what
          you entered, or delete what you entered first.
        </p>
        <div className={styles.actions}>
          <Button onClick={() => void reset("soft")}>Start over, keep my answers</Button>
        </div>
        <TextInput
          mt="lg"
          label="To delete the answers too, type “reset”"
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
        <div className={styles.actions}>
          <Button color="bad" disabled={word !== "reset"} onClick={() => void reset("hard")}>
            Delete my answers
          </Button>
        </div>
        {problem && <ProblemAlert problem={problem} />}
      </Modal>
    </>
  );
}
