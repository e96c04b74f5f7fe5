const startedAt = Date.now();

/** Seconds since a moment, to be read. */
export const sayTime = (since = startedAt) => `${((Date.now() - since) / 1_000).toFixed(0)} s`;

/** Does one part of the work and says what it is, what it came to, and how long it took. */
export async function sayStep<T>(title: string, work: () => Promise<T>): Promise<T> {
  console.log(`▸ ${title} …`);
  const since = Date.now();
  const result = await work();
  const outcome = typeof result === "string" ? ` ${result},` : result === false ? " failed," : "";
  console.log(`▸ ${title}:${outcome} ${sayTime(since)} (${sayTime()} in all)`);
  return result;
}
