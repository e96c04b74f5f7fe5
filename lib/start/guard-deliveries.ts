import "server-only";
import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Server } from "node:net";

/** Carries the secret of the workflow engine's own deliveries. */
export const DELIVERY_HEADER = "x-alwrity-delivery";
const DELIVERIES = /^\/+\.well-known\/+workflow(\/|$)/i;

/**
 * Makes every server of this process answer 404 to deliveries that are not the workflow engine's own:
 * its addresses run steps of anybody's posts, and its other headers can be forged. This stands before
 * the framework, whose proxy must not touch the body of a delivery.
 */
export function guardDeliveries(secret: string): void {
  const { emit } = Server.prototype;
  Server.prototype.emit = function emitOwn(this: Server, event: string, ...details: unknown[]) {
    if (event === "request" && isForeign(details, secret)) return true;
    return Reflect.apply(emit, this, [event, ...details]);
  };
}

function isForeign(details: unknown[], secret: string): boolean {
  const [request, response] = details as [IncomingMessage, ServerResponse];
  if (!DELIVERIES.test(decodePath(request.url)) || isSecret(request, secret)) return false;
  response.writeHead(404).end();
  return true;
}

/** Escapes and dots that the framework would undo before it looks for the route. */
function decodePath(url = "/"): string {
  const path = url.split("?", 1)[0] ?? "/";
  try {
    return decodeURIComponent(new URL(path, "http://localhost").pathname);
  } catch {
    return path;
  }
}

function isSecret({ headers }: IncomingMessage, secret: string): boolean {
  const given = Buffer.from(String(headers[DELIVERY_HEADER] ?? ""));
  const expected = Buffer.from(secret);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
