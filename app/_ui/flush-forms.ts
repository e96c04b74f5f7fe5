type Flush = () => Promise<unknown>;
const flushes = new Set<Flush>();

/** Names what sends the words of a form that are not on the server yet. @returns its end. */
export function onFlush(flush: Flush): () => void {
  flushes.add(flush);
  return () => flushes.delete(flush);
}

/** Sends what is typed on this page and not kept yet: what the server does next is to know of it. */
export async function flushForms(): Promise<void> {
  await Promise.all([...flushes].map((flush) => flush()));
}
