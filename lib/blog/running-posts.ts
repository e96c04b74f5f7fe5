import "server-only";
import { shareInProcess } from "../share-in-process";

/** The runs of this process, so that Stop can close their connections at once. */
export const runningPosts = shareInProcess(
  "running-posts",
  () => new Map<string, AbortController>(),
);
