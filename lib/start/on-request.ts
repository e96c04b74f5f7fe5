import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Server } from "node:net";
import type { ProblemBody } from "../http/problem";
import { SECURITY_HEADERS } from "../http/security-headers";

/**
 * Looks at a request before the framework sees it.
 *
 * @returns true when it has answered it; or what holds it back, and is told how it goes on.
 */
type Look = (
  request: IncomingMessage,
  response: ServerResponse,
  server: Server,
) => boolean | { hold: (goOn: () => void) => void };

/** Makes every server of this process look at each request first. */
export function onRequest(look: Look): void {
  const { emit } = Server.prototype;
  Server.prototype.emit = function emitOwn(this: Server, event: string, ...details: unknown[]) {
    const goOn = () => Reflect.apply(emit, this, [event, ...details]);
    if (event !== "request") return goOn();
    const [request, response] = details as [IncomingMessage, ServerResponse];
    const found = look(request, response, this);
    if (found === false) return goOn();
    // Who has hung up or was answered meanwhile is not served.
    if (found !== true)
      found.hold(() => {
        if (!response.destroyed && !response.headersSent) goOn();
      });
    return true;
  };
}

/**
 * Answers with a problem document, outside of the framework. The connection stays: one that ends while
 * its body is still being sent would lose the answer.
 */
export function answerRaw(
  response: ServerResponse,
  body: ProblemBody,
  headers: Record<string, string> = {},
): void {
  for (const { key, value } of SECURITY_HEADERS) response.setHeader(key, value);
  response.writeHead(body.status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...headers,
  });
  response.end(JSON.stringify(body));
}
