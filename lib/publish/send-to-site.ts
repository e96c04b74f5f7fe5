import "server-only";
import type { UserId } from "../auth/user-id";
import type { Post } from "../blog/schema";
import { requireConfig } from "../config/config";
import { AppError } from "../errors";
import { openLogin } from "../integrations/open-login";
import type { SitePost, Timing } from "../integrations/publisher";
import { getPublisher } from "../integrations/registry";
import { timeLimit } from "../process/time-limit";
import { describeArticle } from "./describe-article";
import type { PublishBody } from "./schema";

/** The longest that a site may keep us, in milliseconds; a try that is older was cut off. */
const LONGEST_MS = 60_000;

/** A post on its way: to which site, and what is known of it there. */
export type Sending = {
  post: Post;
  siteId: string;
  body: PublishBody;
  /** The post on the site that is replaced; null when there is none yet. */
  remoteId: string | null;
  /** An earlier try may have made a post that nobody has written down. */
  lost: boolean;
};

/**
 * Makes or replaces the post on the site. After a lost try the site is asked for the post first, so
 * that it is not made twice.
 *
 * @throws AppError as `Publisher.create` and `update`, and `openLogin`.
 */
export async function sendToSite(user: UserId, sending: Sending): Promise<SitePost> {
  const { post, siteId, body, lost } = sending;
  const { kind, login } = await openLogin(user, siteId);
  const publisher = getPublisher(kind);
  const article = describeArticle(post, publisher);
  const write = { article, timing: toTiming(body) };
  const allowLoopback = requireConfig().mode === "development";
  const options = { allowLoopback, signal: timeLimit(LONGEST_MS) };
  const found = lost ? await publisher.find(login, article, options) : null;
  const id = found ?? sending.remoteId;
  if (id === null) return publisher.create(login, write, options);
  try {
    return await publisher.update(login, { ...write, id }, options);
  } catch (error) {
    const missing = error instanceof AppError && error.code === "remote_post_missing";
    if (!missing || !body.recreate) throw error;
    return publisher.create(login, write, options);
  }
}

function toTiming({ as, at }: PublishBody): Timing {
  return as === "schedule" ? { as, at: new Date(at ?? "") } : { as };
}
