"use client";
import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { requestJson } from "@/app/_ui/messages/problem";
import { showToast } from "@/app/_ui/messages/toast";
import { formatUsd } from "@/app/_ui/money";
import { When } from "@/app/_ui/when";
import type { SavedAnalysis, WebsiteProfile } from "@/lib/onboarding/website/schema";
import styles from "./website.module.css";

type EarlierAnalysesProps = {
  initial: SavedAnalysis[];
  onUse: (profile: WebsiteProfile) => void;
};

/** What was paid for before need not be paid for again. */
export function EarlierAnalyses({ initial, onUse }: EarlierAnalysesProps) {
  const [analyses, setAnalyses] = useState(initial);
  const [asked, setAsked] = useState<SavedAnalysis | null>(null);
  if (analyses.length === 0) return null;
  const remove = async (id: string) => {
    setAsked(null);
    const url = `/api/onboarding/website/analyses/${id}`;
    const answer = await requestJson(url, z.null(), { method: "DELETE" });
    if (answer.ok) return setAnalyses((all) => all.filter((one) => one.id !== id));
    showToast({ title: answer.problem.title, message: answer.problem.detail, tone: "bad" });
  };
  return (
    <section className={styles.earlier} aria-labelledby="earlier">
      <h2 id="earlier">Earlier analyses</h2>
      <ul>
        {analyses.map((one) => (
          <li key={one.id}>
            <span>
              {one.label}, <When iso={one.at} /> ({formatUsd(one.usd)})
            </span>
            <Button size="xs" variant="default" onClick={() => onUse(one.profile)}>
              Use it<span className="visually-hidden">: {one.label}</span>
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={() => setAsked(one)}>
              Delete<span className="visually-hidden"> the analysis of {one.label}</span>…
            </Button>
          </li>
        ))}
      </ul>
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={`Delete the analysis of ${asked?.label ?? ""}?`}
        centered
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <p>
          It cannot be brought back; a new one is paid again. What you have saved in this step stays
          as it is.
        </p>
        <div className={styles.buttons}>
          <Button color="bad" onClick={() => asked && void remove(asked.id)}>
            Delete the analysis
          </Button>
          <Button variant="default" onClick={() => setAsked(null)} data-autofocus>
            Keep it
          </Button>
        </div>
      </Modal>
    </section>
  );
}
