import type { LogEntry } from "./request-log";

type KeyTotals = {
  keyFingerprint: string | null;
  requests: number;
  failed: number;
  hungUp: number;
  promptTokens: number;
  outputTokens: number;
  costDollars: number;
};

/** Totals per key fingerprint, in order of first use. */
export function summarizeLog(entries: readonly LogEntry[]): KeyTotals[] {
  const totals = new Map<string | null, KeyTotals>();
  for (const entry of entries) {
    const known = totals.get(entry.keyFingerprint) ?? emptyTotals(entry.keyFingerprint);
    totals.set(entry.keyFingerprint, addEntry(known, entry));
  }
  return [...totals.values()];
}

function emptyTotals(keyFingerprint: string | null): KeyTotals {
  const zeros = { requests: 0, failed: 0, hungUp: 0, promptTokens: 0, outputTokens: 0 };
  return { keyFingerprint, ...zeros, costDollars: 0 };
}

function addEntry(totals: KeyTotals, entry: LogEntry): KeyTotals {
  return {
    ...totals,
    requests: totals.requests + 1,
    failed: totals.failed + ((entry.status ?? 0) >= 400 ? 1 : 0),
    hungUp: totals.hungUp + (entry.hungUp ? 1 : 0),
    promptTokens: totals.promptTokens + entry.promptTokens,
    outputTokens: totals.outputTokens + entry.outputTokens,
    // Rounded to a millionth of a dollar, or sums of 0.007 show float dust.
    costDollars: Math.round((totals.costDollars + (entry.costDollars ?? 0)) * 1e6) / 1e6,
  };
}
