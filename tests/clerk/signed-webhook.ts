import { createHmac, randomUUID } from "node:crypto";

const key = Buffer.from("webhooks of the test instance");

/** The application's `CLERK_WEBHOOK_SIGNING_SECRET` in tests. */
export const WEBHOOK_SIGNING_SECRET = `whsec_${key.toString("base64")}`;

/**
 * A webhook as Clerk sends it, e.g. `signWebhook("user.deleted", { id, object: "user", deleted: true })`.
 * Signature: HMAC-SHA256 over `id.timestamp.body` (https://www.standardwebhooks.com).
 */
export function signWebhook(type: string, data: Record<string, unknown>) {
  const id = `msg_${randomUUID()}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const body = JSON.stringify({ object: "event", type, data, timestamp: Date.now() });
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  const headers = {
    "content-type": "application/json",
    "svix-id": id,
    "svix-timestamp": timestamp,
    "svix-signature": `v1,${signature}`,
  };
  return { headers, body };
}
