import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { integrations } from "@/drizzle/schema/publishing";
import type { UserId } from "../auth/user-id";
import { getPost } from "../blog/posts/get-post";
import { asUser } from "../db/as-user";
import { AppError } from "../errors";
import { keepArticle } from "../integrations/keep-text";
import { listIntegrations } from "../integrations/list-integrations";
import { getPublisher } from "../integrations/registry";
import type { Integration } from "../integrations/schema";
import { PACES } from "../limits/paces";
import { LIMITS } from "../limits/registry";
import { checkReadinessToPublish, isReadyToPublish } from "./check-readiness-to-publish";
import { claimPublication, type PublicationClaim, type PublishOrder } from "./claim-publication";
import { describeArticle } from "./describe-article";
import type { Publication, PublishBody } from "./schema";
import { type Sending, sendToSite } from "./send-to-site";
import { settlePublication } from "./settle-publication";
import { toPublication } from "./to-publication";

type Claimed = Exclude<PublicationClaim, { turn: "busy" }>;

/**
 * Publishes the present version of a post on one of the user's sites: as a new post the first time,
 * in place of that one afterwards. A repeated `Idempotency-Key` gives what the first request came to.
 *
 * @throws AppError `not_found`, `no_site`, `publish_not_ready` naming each reason, `conflict`,
 *   `publish_running`, and what the site said: as `Publisher.create` and `update`.
 */
export async function publishPost(
  user: UserId,
  postId: string,
  body: PublishBody,
  idempotencyKey: string | null,
): Promise<Publication> {
  const post = await getPost(user, postId);
  if (!post) throw new AppError("not_found");
  const site = await chooseSite(user, body.integrationId);
  const publisher = getPublisher(site.kind);
  const { card, most } = publisher;
  const { acceptUnsupported, listing } = body;
  const limits = { site: card.name, most, listing };
  const readiness = checkReadinessToPublish(post, { acceptUnsupported, limits });
  if (!isReadyToPublish(readiness)) throw notReady(readiness);
  const article = describeArticle(post, publisher, listing);
  const sent = { ...keepArticle(article), hash: "" };
  const order = { postId, version: post.version, site, body, idempotencyKey, sent };
  const claim = await waitForTurn(user, order);
  if (claim.turn === "ended") return toPublication(claim.row);
  const { id, ...known } = claim;
  return send(user, id, { article, siteId: site.id, body, ...known });
}

/** The named site, or the primary one. */
async function chooseSite(user: UserId, id: string | undefined): Promise<Integration> {
  const sites = await listIntegrations(user);
  const chosen = id
    ? sites.find((site) => site.id === id.toLowerCase())
    : (sites.find(({ isPrimary }) => isPrimary) ?? sites[0]);
  if (!chosen) throw new AppError(id ? "not_found" : "no_site");
  return chosen;
}

function notReady(readiness: ReturnType<typeof checkReadinessToPublish>): AppError {
  const against = readiness.filter(({ ok, severity }) => !ok && severity === "blocks");
  const fields = against.map(({ id, message }) => ({ field: id, message }));
  const detail = against.map(({ message }) => message).join(" ");
  return new AppError("publish_not_ready", { fields, detail });
}

async function waitForTurn(user: UserId, order: PublishOrder): Promise<Claimed> {
  const end = Date.now() + LIMITS.publishTurnSeconds * 1_000;
  while (Date.now() < end) {
    const claim = await claimPublication(user, order);
    if (claim.turn !== "busy") return claim;
    await pause(PACES.publishLookMs);
  }
  throw new AppError("publish_running", { retryAfter: 30 });
}

async function send(user: UserId, id: string, sending: Sending): Promise<Publication> {
  try {
    const found = await sendToSite(user, sending);
    return toPublication(await settlePublication(user, id, { ...found, at: null }));
  } catch (error) {
    const code = error instanceof AppError ? error.code : "internal";
    const unsure = sending.lost || code === "publish_unknown" || code === "internal";
    await settlePublication(user, id, { problem: code, unsure });
    if (code === "site_login_expired") await markRefused(user, sending.siteId);
    throw error;
  }
}

async function markRefused(user: UserId, siteId: string): Promise<void> {
  const change = { status: "invalid", checkedAt: new Date() };
  await asUser(user, (tx) =>
    tx.update(integrations).set(change).where(eq(integrations.id, siteId)),
  );
}
