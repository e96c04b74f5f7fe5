import type { Exchange } from "./exchange";

const MAX_BYTES = 20 * 1024 * 1024;

/** The request's JSON body; undefined if it is not JSON or larger than 20 MB (Gemini's own limit). */
export async function readBody({ req }: Exchange): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req) {
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes > MAX_BYTES) return undefined;
    chunks.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return undefined;
  }
}
