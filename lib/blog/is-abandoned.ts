/** A run that said nothing for this long, in milliseconds, was interrupted: every call ends sooner. */
const ABANDONED_AFTER_MS = 150_000;

/** True for a run that calls itself running while nobody runs it any more, as after a kill. */
export function isAbandoned(run: { status: string; updatedAt: Date }): boolean {
  const isOpen = run.status === "queued" || run.status === "running";
  return isOpen && Date.now() - run.updatedAt.getTime() > ABANDONED_AFTER_MS;
}
