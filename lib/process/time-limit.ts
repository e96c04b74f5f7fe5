/**
 * A signal that fires after `ms` milliseconds, with a `TimeoutError`. Node 20 forgets an
 * `AbortSignal.timeout` that stands inside `AbortSignal.any` at its next garbage collection, and the
 * limit never comes; this one is held by its timer.
 */
export function timeLimit(ms: number): AbortSignal {
  const limit = new AbortController();
  const fire = () => limit.abort(new DOMException("The time is over", "TimeoutError"));
  setTimeout(fire, ms).unref();
  return limit.signal;
}
