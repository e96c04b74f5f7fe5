import type { Exchange } from "../http/exchange";
import { sendJson } from "../http/send-json";
import { summarizeLog } from "./summarize-log";

/** `GET /_log[?fingerprint=…]`, `GET /_log/stats`, `DELETE /_log`. */
export function answerLog(exchange: Exchange): void {
  const { log } = exchange.state;
  const fingerprint = exchange.url.searchParams.get("fingerprint");
  if (exchange.req.method === "DELETE") {
    log.clear();
    sendJson(exchange, 200, { requests: [] });
  } else if (exchange.url.pathname === "/_log/stats") {
    sendJson(exchange, 200, { keys: summarizeLog(log.list(fingerprint)) });
  } else {
    sendJson(exchange, 200, { requests: log.list(fingerprint) });
  }
}
