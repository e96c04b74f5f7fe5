/**
 * How long a test waits for what must come, in milliseconds. It ends what hangs: how much else the
 * machine has to do must fail no test, so it is far more than anything takes.
 */
export const PATIENCE_MS = 180_000;
