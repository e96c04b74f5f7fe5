"use client";
import { Button } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { formatUsd } from "@/app/_ui/money";
import { requestJson } from "@/app/_ui/problem";
import { showToast } from "@/app/_ui/toast";
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
  if (analyses.length === 0) return null;
  const remove = async (id: string) => {
    const url = `/api/onboarding/website/analyses/${id}`;
    const answer = await requestJson(url, z.null(), { method: "DELETE" });
    if (answer.ok) return setAnalyses((all) => all.filter((one) => one.id !== id));
    showToast({ title: answer.problem.title, message: answer.problem.detail, tone: "bad" });
  };
  return (
    <section className={styles.earlier} aria-labelledby="earlier">
      <h2 id="earlier">Earlier analyses</h2>
      <ul>
        {analyses.map(({ id, at, label, usd, profile }) => (
          <li key={id}>
            <span>
              {label}, <When iso={at} /> ({formatUsd(usd)})
            </span>
            <Button size="xs" variant="default" onClick={() => onUse(profile)}>
              Use it<span className="visually-hidden">: {label}</span>
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={() => void remove(id)}>
              Delete<span className="visually-hidden"> the analysis of {label}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
