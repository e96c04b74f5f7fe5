import type { Corpus } from "./corpus/load-corpus";
import type { RequestLog } from "./log/request-log";
import type { Pace } from "./pace";
import type { KeyStates } from "./scenario/key-states";

/** Everything one running sandbox holds. */
export type SandboxState = {
  log: RequestLog;
  keys: KeyStates;
  corpus: Corpus;
  pace: Pace;
};
