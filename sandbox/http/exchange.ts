import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { fingerprintKey } from "../log/fingerprint-key";
import type { LogEntry } from "../log/request-log";
import type { SandboxState } from "../sandbox-state";

/** One request and its answer, with what the handlers need. */
export type Exchange = {
  req: IncomingMessage;
  res: ServerResponse;
  url: URL;
  state: SandboxState;
  /** Aborted when the connection is gone, whoever closed it. */
  signal: AbortSignal;
  /** Set before the sandbox itself destroys the socket: that is no hang-up of the client. */
  cut: boolean;
};

/** An exchange with a provider: it has a key and a line in the log. */
export type ProviderExchange = Exchange & { key: string; entry: LogEntry };

export function openExchange(
  req: IncomingMessage,
  res: ServerResponse,
  state: SandboxState,
): Exchange {
  const gone = new AbortController();
  res.on("close", () => gone.abort());
  const url = new URL(req.url ?? "/", `http://${req.headers.host ?? "localhost"}`);
  return { req, res, url, state, signal: gone.signal, cut: false };
}

/** Opens the log entry, which the end of the connection completes. The path is logged without its query. */
export function openProviderExchange(
  exchange: Exchange,
  provider: "gemini" | "exa",
  key: string,
): ProviderExchange {
  const { req, res, url, state } = exchange;
  const startedAt = performance.now();
  const entry = state.log.open({
    provider,
    method: req.method ?? "GET",
    path: url.pathname,
    keyFingerprint: key === "" ? null : fingerprintKey(key),
  });
  const opened = Object.assign(exchange, { key, entry });
  res.on("close", () => {
    entry.ms = Math.round(performance.now() - startedAt);
    entry.status = res.headersSent ? res.statusCode : null;
    entry.hungUp = !res.writableFinished && !opened.cut;
  });
  return opened;
}

/** Waits, or rejects with an AbortError once the client is gone. */
export async function pause(exchange: Exchange, milliseconds: number): Promise<void> {
  if (milliseconds > 0) await delay(milliseconds, undefined, { signal: exchange.signal });
}
