import "server-only";
import { Worker } from "node:worker_threads";
import pLimit from "p-limit";
import type { Post } from "../../blog/schema";
import { AppError } from "../../errors";
import { LIMITS } from "../../limits/registry";
import { shareInProcess } from "../../process/share-in-process";
import type { ExportFormat, ExportPart } from "../schema";

/** What is to be written, as it goes to the thread. */
export type ExportJob = {
  post: Post;
  format: ExportFormat;
  part: ExportPart;
  address: string | null;
};

const queue = shareInProcess("export-workers", () => pLimit(LIMITS.exportsAtOnce));

/**
 * Writes a post in a thread of its own, so that no text of one user holds up the requests of others,
 * however long it takes.
 *
 * @throws AppError `exports_busy` while too many wait; `export_too_large` for what takes too long or
 *   too much memory.
 */
export async function writeInWorker(job: ExportJob): Promise<string | Buffer<ArrayBuffer>> {
  if (queue.pendingCount >= LIMITS.exportsWaiting) throw new AppError("exports_busy");
  const written = await queue(() => runWorker(job));
  return typeof written === "string" ? written : Buffer.from(written);
}

function runWorker(workerData: ExportJob): Promise<string | Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL("./export-worker.ts", import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.exportMegabytes },
  });
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error);
    const timer = setTimeout(() => {
      fail(new AppError("export_too_large"));
      void worker.terminate();
    }, LIMITS.exportSeconds * 1_000);
    worker.once("message", resolve);
    worker.once("error", (error: NodeJS.ErrnoException) =>
      fail(
        error.code === OUT_OF_MEMORY
          ? new AppError("export_too_large", {}, { cause: error })
          : error,
      ),
    );
    worker.once("exit", () => {
      clearTimeout(timer);
      // Says nothing to one that has answered: without it, one that ends in silence kept its place for good.
      fail(new Error("The thread of an export has ended without an answer."));
    });
  });
}

const OUT_OF_MEMORY = "ERR_WORKER_OUT_OF_MEMORY";
