import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../errors";
import { LIMITS } from "../limits/registry";
import { shareInProcess } from "../process/share-in-process";
import type { ProviderId } from "../providers/schema";
import type { Caller } from "./caller";
import { WaitError } from "./wait-error";

/** Where the calls of one user at one provider wait while its minute's quota is used up. */
type Gate = {
  /** Milliseconds of the epoch; 0 while the gate is open. */
  closedUntil: number;
  /** The first call after a wait: until the provider has begun to answer it, nobody else tries. */
  probe: Promise<unknown> | undefined;
};

const gates = shareInProcess("quota-gates", () => new Map<string, Gate>());

/** Whose gate it is. */
type Asking<C extends Caller> = { caller: C; provider: ProviderId };

/**
 * Makes a call as soon as the gate of its key lets it through; after a wait one goes ahead of all others.
 *
 * @throws WaitError where the caller has no patience, AppError `quota_minute` where it would not suffice.
 */
export async function passGate<C extends Caller, T>(
  { caller, provider }: Asking<C>,
  call: (caller: C) => Promise<T>,
): Promise<T> {
  const name = nameGate(caller, provider);
  for (;;) {
    const gate = gates.get(name);
    caller.signal.throwIfAborted();
    if (!gate) return call(caller);
    if (gate.probe) await waitForProbe({ caller, provider }, gate.probe);
    else if (gate.closedUntil > Date.now()) await waitUntil({ caller, provider }, gate.closedUntil);
    else return goAhead({ caller, name, gate }, call);
  }
}

/** Closes the gate of a key until a time, in milliseconds of the epoch. */
export function closeGate(caller: Caller, provider: ProviderId, until: number): void {
  const name = nameGate(caller, provider);
  const gate = gates.get(name) ?? { closedUntil: 0, probe: undefined };
  gate.closedUntil = Math.max(gate.closedUntil, until);
  gates.set(name, gate);
}

/** The gate opens for all when the first call is answered; when that was refused, it has been closed again. */
async function goAhead<C extends Caller, T>(
  { caller, name, gate }: { caller: C; name: string; gate: Gate },
  call: (caller: C) => Promise<T>,
): Promise<T> {
  let wake = () => {};
  gate.probe = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const open = () => {
    if (gates.get(name) === gate) gates.delete(name);
    wake();
    caller.onBegun?.();
  };
  try {
    const result = await call({ ...caller, onBegun: open });
    open();
    return result;
  } finally {
    gate.probe = undefined;
    wake();
  }
}

async function waitForProbe<C extends Caller>(
  { caller, provider }: Asking<C>,
  probe: Promise<unknown>,
): Promise<void> {
  if (caller.patience) return void (await untilAborted(probe, caller.signal));
  const isOver = await Promise.race([
    probe.then(() => true),
    pause(LIMITS.quotaPlaceSeconds * 1_000, false, { signal: caller.signal }),
  ]);
  if (!isOver) throw toWait(provider, LIMITS.quotaPlaceSeconds);
}

async function untilAborted(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const stopped = new Promise<void>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  await Promise.race([work, stopped]);
}

/** What each caller was told last: its calls in parallel wait for the same moment. */
const told = new WeakMap<object, number>();

async function waitUntil<C extends Caller>(
  { caller, provider }: Asking<C>,
  time: number,
): Promise<void> {
  const { patience, signal } = caller;
  const seconds = (time - Date.now()) / 1_000;
  if (!patience) throw toWait(provider, seconds);
  if (time > patience.until) throw refuseToWait(provider, seconds);
  if (told.get(patience) !== time) patience.onWait(new Date(time).toISOString());
  told.set(patience, time);
  await pause(time - Date.now(), undefined, { signal });
}

function toWait(provider: ProviderId, seconds: number): WaitError {
  const problem = refuseToWait(provider, seconds);
  return new WaitError({ seconds, problem, most: LIMITS.quotaDeliveries });
}

function refuseToWait(provider: ProviderId, seconds: number): AppError {
  return new AppError("quota_minute", { provider, retryAfter: Math.max(1, Math.ceil(seconds)) });
}

function nameGate({ user }: Caller, provider: ProviderId): string {
  return `${provider} ${user}`;
}
