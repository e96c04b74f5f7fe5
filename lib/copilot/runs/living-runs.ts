import "server-only";
import { shareInProcess } from "../../process/share-in-process";

/** The answers that this process gives, by the id of their run; aborting one closes its connections. */
export const livingRuns = shareInProcess(
  "assistant-runs",
  () => new Map<string, AbortController>(),
);

/** Ends an answer that this process gives. */
export function abortRun(runId: string): void {
  livingRuns.get(runId)?.abort(new DOMException("Stopped by the user", "AbortError"));
}
