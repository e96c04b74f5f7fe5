/**
 * THE paces: how often the product looks, says that it lives, gathers, saves by itself and tidies up. The unit stands in
 * the name. What bounds a user is in `registry.ts`.
 */
export const PACES = {
  /** How often the rows of the runs are looked at while steps are done: Stop must be felt within a second. */
  livingStepsLookMs: 400,
  /** Every so many of these looks, the steps of a server give a sign of life. */
  livingStepsLooksPerBeat: 5,
  /** How often an answer of the assistant says that it lives, and looks whether it should end. */
  answerLookMs: 400,
  /** How often is looked for what has come of a persona that somebody follows. */
  personaLookMs: 400,
  /** How often a stage of the setup says that it lives, and asks whether it was stopped. */
  setupBeatMs: 700,
  /** How often a run is looked after where no process lives on: a few steps of the platform's for each run. */
  runWatchMs: 60_000,
  /** How often a server looks for runs that nobody runs any more. */
  sweepMs: 3_000,
  /** How often it removes what has had its time. */
  tidyMs: 300_000,
  /** How often a server that ends looks whether its steps are done. */
  shutdownLookMs: 100,
  /** How long no worker asks an empty queue: shorter than the half second in which each asks again by itself. */
  engineQuietMs: 400,
  /** How often a server compares its clock with the database's. */
  clockMs: 60_000,
  /** How often is asked whether another server has written events that somebody follows here. */
  feedLookMs: 1_000,
  /** Pieces of text are gathered this long: every write is a transaction. */
  gatherMs: 50,
  /** They are gathered so many times longer than the last write took, so that a busy database is spared. */
  gatherWrites: 4,
  /** But no longer than this. */
  mostGatherMs: 650,
  /** How often an open stream of events says that it is still there. */
  streamBeatMs: 15_000,
  /** How long a call that waits for others under a cap pauses between two looks. */
  capLookMs: { first: 40, last: 1_000 },
  /** How often a request looks that waits for another one of the same post and site. */
  publishLookMs: 250,
  /** Typing that goes on makes one version in this time, so that versions stay useful. */
  typingSeconds: 300,
  /** How long a key's list of models, and what was learned of them, is kept. */
  modelsKeptMs: 5 * 60_000,
  /** A user without a key may ask every second; the log hears of it once in this time. */
  missingKeyWarningMs: 600_000,
  /** How long rows that another rotator holds are waited for, at a time. */
  rotationAgainMs: 200,
  /** How much longer each refused login of a token is kept waiting. */
  refusedLoginMs: { more: 5, most: 1_000 },
  /** How long a run has been over before its events are put more briefly: by then nobody follows it. */
  restHours: 1,
  /** How often an erasure is tried that finds the user's own requests under way, and how long one try waits for them. */
  erasure: { retries: 5, lockSeconds: 2 },
} as const;

// The paces of the pages, each by itself, so that a browser loads no other.

/** How long a page offers to take back what was removed. */
export const UNDO_MS = 10_000;
/** How long the editor waits after a key before it saves. */
export const AUTOSAVE_MS = 1_500;
/** How long a form of the wizard waits after a key before it keeps its draft. */
export const DRAFT_MS = 700;
/** How long nothing is typed before a suggestion is asked for, where it is asked for by itself. */
export const SUGGEST_MS = 1_200;
/** How often the usage page is brought up to date while money is being spent. */
export const USAGE_REFRESH_MS = 3_000;
/** How often a page asks for notices. */
export const NOTICES_MS = 30_000;
