import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { currentEnv, readVar } from "../env";
import { AppError } from "../errors";
import { keepOnce } from "./keep-runs";

/**
 * Lets the platform's clock do what a server of one's own does by itself: goes on with what nobody
 * works on, and tidies up. Vercel sends `CRON_SECRET` along, and nobody else knows it.
 *
 * @throws AppError `not_found` where no secret is set, `unauthenticated` for another one.
 */
export async function answerCron(request: Request): Promise<void> {
  const secret = readVar(currentEnv(), "CRON_SECRET");
  if (!secret) throw new AppError("not_found");
  const given = request.headers.get("authorization") ?? "";
  if (!timingSafeEqual(hash(given), hash(`Bearer ${secret}`)))
    throw new AppError("unauthenticated");
  await keepOnce();
}

/** Of one length, whatever was sent. */
function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
