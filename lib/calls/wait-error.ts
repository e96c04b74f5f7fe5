import type { AppError } from "../errors";

/** What there is to wait for, for how long, and what to say when it was waited for too often. */
type Wait = { seconds: number; problem: AppError; most: number };

/**
 * Raised instead of waiting, by a call of a step: the step lets go of everything it holds and is
 * delivered again after `seconds`. From the `most`th delivery on it ends with `problem` instead.
 */
export class WaitError extends Error {
  readonly seconds: number;
  readonly problem: AppError;
  readonly most: number;
  constructor({ seconds, problem, most }: Wait) {
    super(`Come back in ${seconds} s: ${problem.code}`);
    this.name = "WaitError";
    this.seconds = seconds;
    this.problem = problem;
    this.most = most;
  }
}
