import type { Exchange } from "../http/exchange";
import { sendJson } from "../http/send-json";
import type { GeminiError } from "./error-table";

/** `{"error":{…}}`; the streaming method without `alt=sse` wraps it in an array. */
export function sendGeminiError(exchange: Exchange, error: GeminiError): void {
  const { pathname, searchParams } = exchange.url;
  const streaming = pathname.endsWith(":streamGenerateContent");
  const sse = searchParams.get("alt") === "sse";
  // Seen on the real API: a 404 of the SSE method says it is an event stream, and is JSON.
  const contentType = error.code === 404 && sse ? "text/event-stream" : undefined;
  sendJson(exchange, error.code, streaming && !sse ? [{ error }] : { error }, contentType);
}
