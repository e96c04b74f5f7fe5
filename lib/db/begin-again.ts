/** So often at most: of a pool whose connections were all cut, each may fail one that has done nothing. */
const TRIES = 5;

/**
 * Begins on another connection where one was broken already. The driver keeps the error that a connection
 * was cut with, and answers with it whoever has it opened anew: a transaction of which nothing was sent
 * yet, or its BEGIN alone. One that has begun is never tried again, nor one for which there is no database.
 * What reads only need not say that it has begun.
 *
 * @param begin what is to begin; it calls `begun` as soon as it has.
 */
export async function beginAgain<T>(begin: (begun: () => void) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    let hasBegun = false;
    try {
      return await begin(() => {
        hasBegun = true;
      });
    } catch (error) {
      if (hasBegun || tries === TRIES || !wasCut(error)) throw error;
    }
  }
}

/** Whether a connection was cut: by Postgres' last word on it, or by its end. Whoever wraps an error names its cause. */
export function wasCut(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.cause !== undefined) return wasCut(error.cause);
  if (error.name === "PostgresError") return "severity" in error && error.severity === "FATAL";
  return (
    "code" in error &&
    /^CONNECTION_(CLOSED|DESTROYED|ENDED)$|^E(PIPE|CONNRESET)$/.test(String(error.code))
  );
}
