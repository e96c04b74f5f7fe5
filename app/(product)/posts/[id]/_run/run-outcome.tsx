"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { Countdown } from "@/app/_ui/countdown";
import { FixLink } from "@/app/_ui/fix-link";
import { Notice } from "@/app/_ui/notice";
import type { RunProblem } from "@/lib/blog/schema";
import { errorRow, isErrorCode } from "@/lib/errors";
import type { Run } from "./use-post-stream";

type RunOutcomeProps = { run: Run; topic: string; names: Record<string, string> };

/** A run that waits or has ended early: what happened, what it means, and the way out. */
export function RunOutcome({ run, topic, names }: RunOutcomeProps) {
  const written = run.document.sections.some((section) => section.markdown !== "");
  if (run.status === "waiting" && run.wait?.until) return <Waiting until={run.wait.until} />;
  if (run.status === "stopped") return <Stopped topic={topic} written={written} />;
  if (run.status !== "failed" && run.status !== "needs-key") return null;
  const { title, detail, fixUrl } = explain(run.document.problem, names);
  return (
    <Notice tone={run.status === "failed" ? "bad" : "warn"} title={title} alert>
      <p>
        {detail} {fixUrl && <FixLink url={fixUrl} label={nameLink(fixUrl)} />}
      </p>
      <p>
        {written && "What had arrived is kept below. "}
        <Again topic={topic}>Generate it again</Again>
        {run.status === "needs-key" && " once that is mended"}.
      </p>
    </Notice>
  );
}

function Waiting({ until }: { until: string }) {
  return (
    <Notice tone="warn" title="The run waits for the provider">
      <p>
        The quota of this minute is used up. It goes on by itself <Countdown until={until} />.
      </p>
    </Notice>
  );
}

function Stopped({ topic, written }: { topic: string; written: boolean }) {
  return (
    <Notice tone="plain" title="You stopped this post">
      <p>
        Nothing more is spent on it. {written && "What had arrived is kept below. "}
        <Again topic={topic}>Generate it again</Again>
      </p>
    </Notice>
  );
}

function Again({ topic, children }: { topic: string; children: ReactNode }) {
  const href = { pathname: "/posts/new", query: { topic } };
  return <Link href={href}>{children}</Link>;
}

/** The words of a problem: the provider it is about, and its row of the error table. */
function explain(problem: RunProblem | null, names: Record<string, string>) {
  const code = problem && isErrorCode(problem.code) ? problem.code : "internal";
  const row = errorRow(code);
  const name = problem?.provider ? (names[problem.provider] ?? problem.provider) : undefined;
  return {
    ...row,
    title: name && !mentions(row.title, name) ? `${name}: ${lowerFirst(row.title)}` : row.title,
  };
}

/** True when a title already says whom it is about: "Your Exa account…" of Exa. */
function mentions(title: string, name: string): boolean {
  return name.split(" ").some((word) => title.includes(word));
}

function lowerFirst(text: string): string {
  return /^(The|Your|A|Some|No) /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function nameLink(url: string): string | undefined {
  if (url.startsWith("/onboarding/api-keys")) return "Open API keys";
  return url.startsWith("/sign-in") ? "Sign in" : undefined;
}
