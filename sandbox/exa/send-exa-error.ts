import type { Exchange } from "../http/exchange";
import { sendJson } from "../http/send-json";
import type { ExaError } from "./error-table";

/** `{requestId, error, tag}`; an error without a tag comes from the gateway and has no requestId either. */
export function sendExaError(exchange: Exchange, requestId: string, failure: ExaError): void {
  const { http, tag, error } = failure;
  sendJson(exchange, http, tag ? { requestId, error, tag } : { error });
}
