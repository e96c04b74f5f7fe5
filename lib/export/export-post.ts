import "server-only";
import type { UserId } from "../auth/user-id";
import { getPost } from "../blog/posts/get-post";
import { AppError } from "../errors";
import { findAddress } from "../publish/find-address";
import { nameFile } from "./name-file";
import { getExporter } from "./registry";
import type { ExportFormat, ExportPart } from "./schema";
import { writeInWorker } from "./worker/write-in-worker";

/** A file to download: its content and the headers that name it. */
export type ExportedFile = {
  content: string | Buffer<ArrayBuffer>;
  headers: Record<string, string>;
};
type Wanted = { format: ExportFormat; part: ExportPart };

/**
 * Writes one of the user's posts as a file, as far as it has come.
 *
 * @throws AppError `not_found`; `nothing_written` while no section has a word; `exports_busy` and
 *   `export_too_large` of `writeInWorker`.
 */
export async function exportPost(
  user: UserId,
  postId: string,
  { format, part }: Wanted,
): Promise<ExportedFile> {
  const post = await getPost(user, postId);
  if (!post) throw new AppError("not_found");
  const { document } = post;
  if (!document.sections.some(({ markdown }) => markdown.trim() !== ""))
    throw new AppError("nothing_written");
  return {
    content: await writeInWorker({ post, format, part, address: await findAddress(user, postId) }),
    headers: {
      "content-type": getExporter(format).contentType,
      "content-disposition": nameFile(document, format),
      "x-content-type-options": "nosniff",
    },
  };
}
