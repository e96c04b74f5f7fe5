import "server-only";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import { publications } from "@/drizzle/schema/publishing";
import type { UserId } from "../auth/user-id";
import { asUser, type UserTransaction } from "../db/as-user";
import { AppError, isErrorCode } from "../errors";
import type { KeptText } from "../integrations/publisher";
import { type Integration, type SiteListing, siteListing } from "../integrations/schema";
import { LIMITS } from "../limits/registry";
import type { PublishBody } from "./schema";
import { findCurrent, type KeptOfRow, type PublicationRow, readKept } from "./to-publication";

/** What is to be published, where and how. */
export type PublishOrder = {
  postId: string;
  version: number;
  site: Integration;
  body: PublishBody;
  idempotencyKey: string | null;
  /** What is going to be on the site: should the answer be lost, our own text is known by it. */
  sent: KeptText;
};
/** What is known of the post on the site. */
export type KnownOfSite = {
  /** The post on the site that is replaced; null when there is none yet. */
  remoteId: string | null;
  /** The state in which it was left there. */
  state: string | null;
  /** An earlier try may have made a post that nobody has written down. */
  lost: boolean;
  /** The texts that may be there by our own doing; empty when that was not kept. */
  own: KeptOfRow[];
};
/**
 * Whose turn it is: `ours` with the row that is ours and what is known of the site, `ended` with what
 * an earlier request with this key came to, `busy` while another one is on its way.
 */
export type PublicationClaim =
  | ({ turn: "ours"; id: string } & KnownOfSite)
  | { turn: "ended"; row: PublicationRow }
  | { turn: "busy" };

/**
 * Takes the turn to publish a post on a site, in one transaction: one request at a time has it, on
 * any instance, and leaves a row before it asks the site for anything.
 *
 * @throws AppError `not_found`; `conflict` when the Idempotency-Key was used for something else; what
 *   an earlier request with this key failed with.
 */
export async function claimPublication(
  user: UserId,
  order: PublishOrder,
): Promise<PublicationClaim> {
  return asUser(user, async (tx) => {
    const locked = tx.select({ id: posts.id }).from(posts).where(eq(posts.id, order.postId));
    const [post] = await locked.for("update");
    if (!post) throw new AppError("not_found");
    const rows = await readRows(tx, order.postId);
    const same = rows.find(
      ({ row }) => row.idempotencyKey === order.idempotencyKey && row.idempotencyKey !== null,
    );
    if (same) requireSame(same.row, order);
    if (same && !isOpen(same.row)) return endedAs(same.row);
    const ofSite = rows.filter(({ row }) => row.integrationId === order.site.id);
    if (ofSite.some(({ row, fresh }) => row.status === "pending" && fresh)) return { turn: "busy" };
    const cutOff = ofSite.filter(({ row }) => row.status === "pending");
    await settleCutOff(
      tx,
      cutOff.map(({ row }) => row.id),
    );
    const known = ofSite.map(({ row }) => row);
    const current = findCurrent(known, order.site.id);
    const since = current ? known.slice(0, known.indexOf(current)) : known;
    const lost = since.some(isOpen);
    const own = [...since.filter(isOpen), ...(current ? [current] : [])].flatMap(
      (row) => readKept(row) ?? [],
    );
    const listing = siteListing.catch({}).parse(current?.listing ?? {});
    const id = await takeRow(tx, { user, order, listing, same: same?.row });
    const state = current?.status ?? null;
    return { turn: "ours", id, remoteId: current?.remoteId ?? null, state, lost, own };
  });
}

/** Newest first. */
async function readRows(tx: UserTransaction, postId: string) {
  const fresh = sql<boolean>`${publications.updatedAt} > now() - make_interval(secs => ${LIMITS.publishLostSeconds})`;
  return tx
    .select({ row: publications, fresh })
    .from(publications)
    .where(eq(publications.postId, postId))
    .orderBy(desc(publications.createdAt), desc(publications.id));
}

/** The site may have taken the post, and nobody has written it down. */
function isOpen({ status }: PublicationRow): boolean {
  return status === "pending" || status === "unknown";
}

function requireSame(row: PublicationRow, { site, body }: PublishOrder): void {
  const at = body.at === undefined ? null : Date.parse(body.at);
  const sameTime = (row.scheduledFor?.getTime() ?? null) === at;
  const settled = row.status === "draft" || row.status === "live" ? row.status : undefined;
  const sameKind = settled === undefined || settled === body.as;
  if (row.integrationId !== site.id || !sameTime || !sameKind) throw new AppError("conflict");
}

function endedAs(row: PublicationRow): PublicationClaim {
  if (row.status !== "failed") return { turn: "ended", row };
  const code = row.problem ?? "";
  throw new AppError(isErrorCode(code) ? code : "internal");
}

async function settleCutOff(tx: UserTransaction, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const change = { status: "unknown", problem: "publish_unknown" };
  const open = and(inArray(publications.id, ids), eq(publications.status, "pending"));
  await tx.update(publications).set(change).where(open);
}

type Taking = {
  user: UserId;
  order: PublishOrder;
  listing: SiteListing;
  same: PublicationRow | undefined;
};

async function takeRow(tx: UserTransaction, taking: Taking): Promise<string> {
  const { user, order, same } = taking;
  const { postId, version, site, body, idempotencyKey, sent } = order;
  const known = { listing: { ...taking.listing, ...body.listing }, kept: sent };
  if (same) {
    const change = { ...known, status: "pending", problem: null, version, updatedAt: sql`now()` };
    await tx.update(publications).set(change).where(eq(publications.id, same.id));
    return same.id;
  }
  const row = {
    ...{ postId, userId: user, version, idempotencyKey, status: "pending", ...known },
    integrationId: site.id,
    kind: site.kind,
    siteUrl: site.siteUrl,
    scheduledFor: body.at === undefined ? null : new Date(body.at),
  };
  const [made] = await tx.insert(publications).values(row).returning({ id: publications.id });
  if (!made) throw new Error("The row of a publication was not made.");
  return made.id;
}
