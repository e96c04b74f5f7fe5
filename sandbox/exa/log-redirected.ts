import { type Exchange, openProviderExchange } from "../http/exchange";
import { sendJson } from "../http/send-json";
import { readExaKey } from "./read-exa-key";

/** Where the `redirect` scenario leads: the log tells whether a key followed. */
export function logRedirected(exchange: Exchange): void {
  const opened = openProviderExchange(exchange, "exa", readExaKey(exchange));
  sendJson(opened, 200, { requestId: "redirected", results: [] });
}
