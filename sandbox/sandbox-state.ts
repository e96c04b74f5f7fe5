import type { Corpus } from "./corpus/load-corpus";
import type { RequestLog } from "./log/request-log";
import type { KeyStates } from "./scenario/key-states";

/** Delays in milliseconds where the key does not say otherwise. */
export type Pace = { chunkMs: number; ttftMs: number; exaMs: number };

/** Everything one running sandbox holds. */
export type SandboxState = {
  log: RequestLog;
  keys: KeyStates;
  corpus: Corpus;
  pace: Pace;
};
