/**
 * A signal that also fires after a silence: `restart` on every sign of life. `stop` fires it too, so
 * that a reader who leaves early leaves no connection open.
 */
export type IdleTimer = { signal: AbortSignal; restart: () => void; stop: () => void };

/**
 * Joins a caller's signal with a limit on silence.
 *
 * @param silenceMs milliseconds without `restart` after which the signal fires.
 */
export function startIdleTimer(outer: AbortSignal, silenceMs: number): IdleTimer {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), silenceMs);
  return {
    signal: AbortSignal.any([outer, silence.signal]),
    restart: () => timer.refresh(),
    stop: () => {
      clearTimeout(timer);
      silence.abort();
    },
  };
}
