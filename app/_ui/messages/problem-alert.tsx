import { FixLink } from "../fix-link";
import { Notice } from "./notice";
import type { Problem } from "./problem";

/** A detail that begins with the title says it twice: only the rest is shown. */
function withoutPrefix(detail: string, title: string): string {
  return detail.startsWith(`${title}. `) ? detail.slice(title.length + 2) : detail;
}

/** A failed request: what happened, what to do, where to do it, and the id to quote. */
export function ProblemAlert({ problem, fixLabel }: { problem: Problem; fixLabel?: string }) {
  return (
    <Notice tone="bad" title={problem.title} alert>
      <p>{withoutPrefix(problem.detail, problem.title)}</p>
      {problem.fixUrl && (
        <p>
          <FixLink url={problem.fixUrl} label={fixLabel} />
        </p>
      )}
      {problem.status >= 500 && problem.requestId && (
        <p>
          Request id <code>{problem.requestId}</code>
        </p>
      )}
    </Notice>
  );
}
