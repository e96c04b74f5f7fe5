/** Delays in milliseconds where the key does not say otherwise. */
export type Pace = { chunkMs: number; ttftMs: number; exaMs: number };

/** How a sandbox answers unless it is told otherwise: at once. The demo has its own pace. */
export const DEFAULT_PACE: Pace = { chunkMs: 0, ttftMs: 0, exaMs: 0 };
