/** How long, in milliseconds, a run may say nothing: every call ends sooner, and a turn comes sooner. */
const MOST_SILENCE_MS: Record<string, number> = { running: 150_000, queued: 900_000 };

/** True for a run that calls itself open while nobody runs it any more, as after a kill. */
export function isAbandoned(run: { status: string; updatedAt: Date }): boolean {
  const most = MOST_SILENCE_MS[run.status];
  return most !== undefined && Date.now() - run.updatedAt.getTime() > most;
}
