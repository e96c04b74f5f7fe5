import "server-only";
import { connect } from "../db/connect";
import { PACES } from "../limits/paces";
import { log } from "../logs/log";
import { shareInProcess } from "../process/share-in-process";

/** How long a start waits for the answer. */
const PATIENCE_MS = 2_000;
/** A clock that is off by less is right enough, and an answer that took longer tells too little. */
const TOLERATED_MS = 2_000;

/** The machine's own clock, and by how much the database's is ahead of it, in ms; 0 where they agree. */
const clock = shareInProcess("clock", () => ({ machine: Date, aheadMs: 0 }));

/**
 * Lets this process tell the time that the database tells. All servers share that one, and the engine
 * wakes what sleeps by the clock of whichever server it runs on: with a clock that is minutes off, runs
 * would sleep past what others take for their end. Compared again each minute, since clocks are mended.
 */
export async function takeDatabaseTime(): Promise<void> {
  const compared = compareClocks()
    .then(tellTime)
    .catch((err: unknown) => log.warn({ err }, "The database's time is not known"));
  setTimeout(takeDatabaseTime, PACES.clockMs).unref();
  await Promise.race([
    compared,
    new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref()),
  ]);
}

/** @returns by how many ms the database is ahead of this machine; null when it answered too slowly to tell. */
async function compareClocks(): Promise<number | null> {
  const asked = performance.now();
  const [row] = await connect()<{ ms: string }[]>`
    SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms`;
  const tookMs = performance.now() - asked;
  return tookMs > TOLERATED_MS ? null : Number(row?.ms) + tookMs / 2 - clock.machine.now();
}

function tellTime(aheadMs: number | null): void {
  if (aheadMs === null) return;
  const taken = Math.abs(aheadMs) > TOLERATED_MS ? Math.round(aheadMs) : 0;
  if (taken === 0 && clock.aheadMs === 0) return;
  if (clock.aheadMs === 0) replaceDate();
  if (taken === 0) log.info("This machine's clock agrees with the database's again");
  else if (Math.abs(taken - clock.aheadMs) > TOLERATED_MS)
    log.warn(
      { aheadMs: taken },
      "This machine's clock differs from the database's, whose time is used; set the clock",
    );
  clock.aheadMs = taken;
}

function replaceDate(): void {
  const { machine } = clock;
  const now = () => machine.now() + clock.aheadMs;
  globalThis.Date = new Proxy(machine, {
    construct: (real, given, target) =>
      Reflect.construct(real, given.length === 0 ? [now()] : given, target),
    apply: () => new machine(now()).toString(),
    get: (real, name) => (name === "now" ? now : Reflect.get(real, name)),
  });
}
