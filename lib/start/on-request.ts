import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Server } from "node:net";
import type { ProblemBody } from "../http/problem";
import { SECURITY_HEADERS } from "../http/security-headers";

/** Looks at a request before the framework sees it. @returns true when it has answered it. */
type Look = (request: IncomingMessage, response: ServerResponse, server: Server) => boolean;

/** Makes every server of this process look at each request first. */
export function onRequest(look: Look): void {
  const { emit } = Server.prototype;
  Server.prototype.emit = function emitOwn(this: Server, event: string, ...details: unknown[]) {
    if (event === "request") {
      const [request, response] = details as [IncomingMessage, ServerResponse];
      if (look(request, response, this)) return true;
    }
    return Reflect.apply(emit, this, [event, ...details]);
  };
}

/** Answers with a problem document, outside of the framework. */
export function answerRaw(
  response: ServerResponse,
  body: ProblemBody,
  headers: Record<string, string> = {},
): void {
  for (const { key, value } of SECURITY_HEADERS) response.setHeader(key, value);
  response.writeHead(body.status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    connection: "close",
    ...headers,
  });
  response.end(JSON.stringify(body));
}
