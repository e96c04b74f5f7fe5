import { createRequire, syncBuiltinESMExports } from "node:module";
import { afterEach, expect, test } from "vitest";
import { buildPost } from "@/tests/world/posts/any-post";
import { writeInWorker } from "./write-in-worker";

const threads = createRequire(import.meta.url)("node:worker_threads");
const { Worker } = threads;
afterEach(() => useThread(Worker));

function useThread(thread: unknown): void {
  threads.Worker = thread;
  syncBuiltinESMExports();
}

test.for([
  ["ends at once", "process.exit(0)"],
  ["ends with a failure", "process.exit(1)"],
  ["throws", "throw new Error('in the thread')"],
])(
  "a thread that %s without an answer fails its export and gives its place back",
  async ([, script = ""]) => {
    class Silent extends Worker {
      constructor() {
        super(script, { eval: true });
      }
    }
    useThread(Silent);
    const job = { post: buildPost({}), format: "md", part: "whole", address: null } as const;
    // More than may be written at the same time: each needs the place of one before it.
    const exports = Array.from({ length: 6 }, () => writeInWorker(job));
    for (const result of await Promise.allSettled(exports)) expect(result.status).toBe("rejected");
  },
);
