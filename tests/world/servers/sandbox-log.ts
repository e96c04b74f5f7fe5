import { fingerprintKey } from "@/sandbox/log/fingerprint-key";
import type { LogEntry } from "@/sandbox/log/request-log";
import { waitUntil } from "../wait-until";

/** Questions that cost nothing: which models there are, and how many tokens a text has. */
const FREE = /\/models(\?|$)|:countTokens/;

/** What the providers received: everything, or of one key the calls that may cost something. */
export async function readSandboxLog(sandboxUrl: string, key?: string): Promise<LogEntry[]> {
  const filter = key === undefined ? "" : `?fingerprint=${fingerprintKey(key)}`;
  const answer = await fetch(`${sandboxUrl}/_log${filter}`);
  const { requests }: { requests: LogEntry[] } = await answer.json();
  return key === undefined ? requests : requests.filter(({ path }) => !FREE.test(path));
}

/** Waits until the provider is answering a call of the key: a section begins before its call does. */
export async function untilAnswering(sandboxUrl: string, key: string): Promise<void> {
  await waitUntil("a call to be under way", async () =>
    (await readSandboxLog(sandboxUrl, key)).some(({ ms }) => ms === null),
  );
}

/** Waits until no call of the key is open. */
export async function untilClosed(sandboxUrl: string, key: string): Promise<LogEntry[]> {
  return waitUntil("every connection to the provider to be closed", async () => {
    const calls = await readSandboxLog(sandboxUrl, key);
    return calls.every(({ ms }) => ms !== null) && calls;
  });
}
