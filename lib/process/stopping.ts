import { shareInProcess } from "./share-in-process";

const stopping = shareInProcess("stopping", () => new AbortController());

/** Fires when this process has been told to end: streams say goodbye, and nothing new is begun. */
export function stoppingSignal(): AbortSignal {
  return stopping.signal;
}

/** True once this process has been told to end. */
export function isStopping(): boolean {
  return stopping.signal.aborted;
}

/** Says so to everything in this process. */
export function beginStopping(): void {
  stopping.abort();
}
