import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import { AppError } from "../errors";
import type { GuardOptions } from "../http/guarded-fetch";
import { openLogin } from "../integrations/open-login";
import type { PresentPost, SiteArticle, SitePost, Timing } from "../integrations/publisher";
import { getPublisher } from "../integrations/registry";
import { LIMITS } from "../limits/registry";
import { timeLimit } from "../process/time-limit";
import type { KnownOfSite } from "./claim-publication";
import { isOwn } from "./compare-texts";
import type { PublishBody } from "./schema";

/** A post on its way: to which site, and what is known of it there. */
export type Sending = KnownOfSite & { article: SiteArticle; siteId: string; body: PublishBody };

/**
 * Makes or replaces the post on the site, which is asked first what is there. After a lost try it is
 * asked for the post itself, so that it is not made twice.
 *
 * @throws AppError as `Publisher.create` and `update`, and `openLogin`; `remote_post_changed` when
 *   somebody has changed it there and the author has not seen that.
 */
export async function sendToSite(user: UserId, sending: Sending): Promise<SitePost> {
  const { article, siteId, body, lost } = sending;
  const { kind, login } = await openLogin(user, siteId);
  const publisher = getPublisher(kind);
  const write = { article, timing: toTiming(body), keepText: body.keepText };
  const options = openOptions();
  const found = lost ? await publisher.find(login, article, options) : null;
  const id = found ?? sending.remoteId;
  const present = id === null ? null : await publisher.read(login, id, options);
  if (present === null) {
    if (id !== null && !body.recreate) throw new AppError("remote_post_missing");
    return publisher.create(login, write, options);
  }
  requireSeen(present, sending);
  return publisher.update(login, { ...write, present }, options);
}

/** How a site is asked: one on this computer in development only. */
export function openOptions(): GuardOptions {
  const allowLoopback = requireConfig().mode === "development";
  return { allowLoopback, signal: timeLimit(LIMITS.publishSeconds * 1_000) };
}

/** Nobody's work is written over unseen, and no live post taken down by somebody who took it for a draft. */
function requireSeen(present: PresentPost, sending: Sending): void {
  const { body, state, lost } = sending;
  if (!hasSeen(present, sending)) throw new AppError("remote_post_changed");
  const takesDown = present.state === "live" && body.as !== "live";
  if (takesDown && (body.replaces?.state ?? state) !== "live" && !lost)
    throw new AppError("remote_post_changed", { detail: WENT_LIVE });
}

/** After a lost try the text that is there may be our own, whatever the author has seen. */
function hasSeen(present: PresentPost, { body, own, lost }: Sending): boolean {
  const { replaces, keepText } = body;
  const shown = replaces?.hash === present.kept.hash;
  if (keepText || shown) return true;
  if (replaces && !lost) return false;
  return own.length === 0 || isOwn(present.kept, own);
}

const WENT_LIVE =
  "It went live there meanwhile. Look again, and say whether readers should lose it.";

function toTiming({ as, at }: PublishBody): Timing {
  return as === "schedule" ? { as, at: new Date(at ?? "") } : { as };
}
