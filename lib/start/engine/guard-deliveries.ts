import "server-only";
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import type { Secret } from "../../secret";
import { onRequest } from "../on-request";

/** Carries what tells the workflow engine's own deliveries from anybody else's. */
export const DELIVERY_HEADER = "x-alwrity-delivery";
const DELIVERIES = /^\/+\.well-known\/+workflow(\/|$)/i;

/**
 * Makes every server of this process answer 404 to deliveries that are not the workflow engine's own:
 * its addresses run steps of anybody's posts, and its other headers can be forged. This stands before
 * the framework, whose proxy must not touch the body of a delivery.
 */
export function guardDeliveries(secret: Secret): void {
  onRequest(({ url, headers }, response) => {
    if (!DELIVERIES.test(decodePath(url))) return false;
    if (isOwnDelivery(String(headers[DELIVERY_HEADER] ?? ""), secret)) return false;
    response.writeHead(404).end();
    return true;
  });
}

/** A pass for one delivery. It lies in the engine's queue: the secret itself never does. */
export function signDelivery(secret: Secret): string {
  const id = randomUUID();
  return `${id}.${sign(id, secret)}`;
}

function isOwnDelivery(pass: string, secret: Secret): boolean {
  const [id = "", given = ""] = pass.split(".");
  const [one, other] = [Buffer.from(given), Buffer.from(sign(id, secret))];
  return one.length === other.length && timingSafeEqual(one, other);
}

function sign(id: string, secret: Secret): string {
  return createHmac("sha256", secret.open()).update(id).digest("base64url");
}

/** Escapes, dots and doubled slashes that the framework would undo before it looks for the route. */
function decodePath(url = "/"): string {
  const path = url.split("?", 1)[0] ?? "/";
  try {
    // Behind two slashes stands no host, as it would in a link.
    const rooted = path.replace(/^[/\\]+/, "/");
    return decodeURIComponent(new URL(rooted, "http://localhost").pathname);
  } catch {
    return path;
  }
}
