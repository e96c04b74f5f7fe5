import "server-only";
import { AppError } from "../errors";

/** Reads a body of at most `most` bytes. @throws AppError `too_large`. */
export async function readBytes(request: Request, most: number): Promise<Buffer> {
  const tooLarge = () =>
    new AppError("too_large", { detail: `A file may have ${Math.floor(most / 1024)} KB.` });
  if (Number(request.headers.get("content-length")) > most) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
