/** Raised where a run would go on that somebody stopped, that has ended, or that another process does now. */
export class RunEndedError extends Error {
  constructor() {
    super("The run has ended.");
    this.name = "RunEndedError";
  }
}
