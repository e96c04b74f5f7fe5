import "server-only";
import { verifyWebhook } from "@clerk/nextjs/webhooks";
import { NextRequest } from "next/server";
import { currentEnv, readVar } from "../env";
import { AppError } from "../errors";

/**
 * What Clerk tells us, once its signature and its time (five minutes) are verified.
 *
 * @throws AppError `config_invalid` without `CLERK_WEBHOOK_SIGNING_SECRET`; `unauthenticated` when the
 *   message is forged, changed or old.
 */
export async function verifyClerkEvent(request: Request) {
  const signingSecret = readVar(currentEnv(), "CLERK_WEBHOOK_SIGNING_SECRET");
  if (!signingSecret) throw new AppError("config_invalid");
  return verifyWebhook(new NextRequest(request), { signingSecret }).catch((error: unknown) => {
    const detail = "This message does not carry Clerk's signature, or it is old.";
    throw new AppError("unauthenticated", { detail }, { cause: error });
  });
}
