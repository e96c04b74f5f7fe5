import { fingerprintKey } from "@/sandbox/log/fingerprint-key";
import type { LogEntry } from "@/sandbox/log/request-log";

/** What the providers received, of one key or of all. */
export async function readSandboxLog(sandboxUrl: string, key?: string): Promise<LogEntry[]> {
  const filter = key === undefined ? "" : `?fingerprint=${fingerprintKey(key)}`;
  const answer = await fetch(`${sandboxUrl}/_log${filter}`);
  const { requests }: { requests: LogEntry[] } = await answer.json();
  return requests;
}
