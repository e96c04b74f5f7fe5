import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { shareInProcess } from "../process/share-in-process";
import type { ProviderId } from "../providers/schema";
import type { Caller } from "./caller";

/** Where the calls of one user at one provider wait while its minute's quota is used up. */
type Gate = {
  /** Milliseconds of the epoch; 0 while the gate is open. */
  closedUntil: number;
  /** The first call after a wait: until it has succeeded, nobody else tries. */
  probe: Promise<unknown> | undefined;
};

const gates = shareInProcess("quota-gates", () => new Map<string, Gate>());

/** Makes a call as soon as the gate of its key lets it through; after a wait one goes ahead of all others. */
export async function passGate<T>(
  caller: Caller,
  provider: ProviderId,
  call: () => Promise<T>,
): Promise<T> {
  for (;;) {
    const gate = gates.get(nameGate(caller, provider));
    caller.signal.throwIfAborted();
    if (!gate) return call();
    if (gate.probe) await gate.probe.catch(() => undefined);
    else if (gate.closedUntil > Date.now()) await waitUntil(caller, gate.closedUntil);
    else return goAhead(gate, nameGate(caller, provider), call);
  }
}

/** Closes the gate of a key until a time, in milliseconds of the epoch. */
export function closeGate(caller: Caller, provider: ProviderId, until: number): void {
  const name = nameGate(caller, provider);
  const gate = gates.get(name) ?? { closedUntil: 0, probe: undefined };
  gate.closedUntil = Math.max(gate.closedUntil, until);
  gates.set(name, gate);
}

/** The gate opens for all when the first call has succeeded; when it was refused, it has been closed again. */
async function goAhead<T>(gate: Gate, name: string, call: () => Promise<T>): Promise<T> {
  const probe = call();
  gate.probe = probe;
  try {
    const result = await probe;
    gates.delete(name);
    return result;
  } finally {
    gate.probe = undefined;
  }
}

/** What each caller was told last: its calls in parallel wait for the same moment. */
const told = new WeakMap<Caller, number>();

async function waitUntil(caller: Caller, time: number): Promise<void> {
  if (told.get(caller) !== time) caller.onWait(new Date(time).toISOString());
  told.set(caller, time);
  await pause(time - Date.now(), undefined, { signal: caller.signal });
}

function nameGate({ user }: Caller, provider: ProviderId): string {
  return `${provider} ${user}`;
}
