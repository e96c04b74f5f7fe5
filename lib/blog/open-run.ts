import "server-only";
import { requireConfig } from "../config/config";
import { reportCost } from "./report-cost";
import type { Run } from "./run";

/** What a run is made from. */
export type RunStart = Pick<
  Run,
  "user" | "postId" | "step" | "request" | "author" | "signal" | "emit"
>;

/** A run that tells its followers what it spends and what it waits for. */
export function openRun(start: RunStart): Run {
  const { request, emit } = start;
  return {
    ...start,
    model: request.model ?? requireConfig().geminiModel,
    capUsd: request.capUsd,
    onReserved: () => reportCost(start),
    onCost: () => reportCost(start),
    onWait: (until) => emit("wait", { until, reason: "quota_minute" }),
  };
}
