import { createServer, type RequestListener, type Server } from "node:http";
import { loadCorpus } from "./corpus/load-corpus";
import { openExchange } from "./http/exchange";
import { routeRequest } from "./http/route-request";
import { sendJson } from "./http/send-json";
import { RequestLog } from "./log/request-log";
import { DEFAULT_PACE, type Pace } from "./pace";
import type { SandboxState } from "./sandbox-state";
import { KeyStates } from "./scenario/key-states";

/** How long an idle connection is kept, and how many new ones may wait to be taken. */
const KEEP_ALIVE_MS = 65_000;
const MOST_WAITING = 4_096;

/** `port` 0 takes a free one; delays are in milliseconds and default to none. */
type SandboxOptions = { port: number } & Partial<Pace>;

export type RunningSandbox = { url: string; port: number; close(): Promise<void> };

/**
 * Starts both providers on one loopback port and resolves when they answer.
 * Rejects if the port is taken.
 */
export async function startSandbox({ port, ...pace }: SandboxOptions): Promise<RunningSandbox> {
  const state: SandboxState = {
    log: new RequestLog(),
    keys: new KeyStates(),
    corpus: loadCorpus(),
    pace: { ...DEFAULT_PACE, ...pace },
  };
  const listener = listenerOf(state);
  const main = await listen(listener, port, "127.0.0.1");
  const bound = portOf(main);
  // "localhost" is ::1 first on some machines; where there is no IPv6, one address is enough.
  const other = await listen(listener, bound, "::1").catch(() => null);
  const close = async () => {
    await Promise.all([closeServer(main), other && closeServer(other)]);
  };
  return { url: `http://localhost:${bound}`, port: bound, close };
}

function listenerOf(state: SandboxState): RequestListener {
  return (req, res) => {
    const exchange = openExchange(req, res, state);
    routeRequest(exchange).catch((cause: unknown) => {
      if (exchange.signal.aborted) return;
      console.error(cause);
      if (res.headersSent) res.destroy();
      else sendJson(exchange, 500, { error: "The sandbox itself failed; see its output." });
    });
  };
}

/** Providers keep idle connections longer, and take more new ones at once, than Node does unasked. */
function listen(listener: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, listener);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, backlog: MOST_WAITING }, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Not a TCP server");
  return address.port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
