import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { publications } from "@/drizzle/schema/publishing";
import type { UserId } from "../auth/user-id";
import { getPost } from "../blog/posts/get-post";
import type { Post } from "../blog/schema";
import { asUser } from "../db/as-user";
import { AppError } from "../errors";
import { openLogin } from "../integrations/open-login";
import type { Login, PresentPost, Publisher } from "../integrations/publisher";
import { getPublisher } from "../integrations/registry";
import { siteListing } from "../integrations/schema";
import { checkReadinessToPublish } from "./check-readiness-to-publish";
import { describeChange, isOwn } from "./compare-texts";
import { describeArticle } from "./describe-article";
import type { PresentAnswer } from "./schema";
import { openOptions } from "./send-to-site";
import { settlePublication } from "./settle-publication";
import { findCurrent, type PublicationRow, readKept } from "./to-publication";

/**
 * Asks a site what is there now of a post, and what this login may do there; what was written down
 * of the post is put right by it.
 *
 * @throws AppError `not_found`, and as `Publisher.read` and `readFacts`.
 */
export async function readPresent(
  user: UserId,
  postId: string,
  siteId: string,
): Promise<PresentAnswer> {
  const post = await getPost(user, postId);
  if (!post) throw new AppError("not_found");
  const { kind, login } = await openLogin(user, siteId);
  const publisher = getPublisher(kind);
  const rows = await readRows(user, postId, siteId);
  const [facts, known] = await Promise.all([
    publisher.readFacts(login, openOptions()),
    findPresent({ publisher, login, post, rows }),
  ]);
  if (known) await putRight(user, known);
  const listing = siteListing.catch({}).parse(known?.row.listing ?? {});
  const limits = {
    site: publisher.card.name,
    most: facts.most,
    mayPublish: facts.mayPublish,
    takes: facts.takes,
    listing,
  };
  return {
    integrationId: siteId,
    post: known?.present ? describePresent(known.row, known.present) : null,
    gone: known !== null && known.present === null,
    facts,
    listing,
    readiness: checkReadinessToPublish(post, { limits }),
  };
}

function readRows(user: UserId, postId: string, siteId: string): Promise<PublicationRow[]> {
  const ofSite = and(eq(publications.postId, postId), eq(publications.integrationId, siteId));
  const newest = [desc(publications.createdAt), desc(publications.id)];
  return asUser(user, (tx) =>
    tx
      .select()
      .from(publications)
      .where(ofSite)
      .orderBy(...newest),
  );
}

/** Sites keep times to the second. */
const SECOND_MS = 1_000;

/** A row that says where the post is, and the post that is there; null when it was deleted. */
type Known = { row: PublicationRow; present: PresentPost | null };
type Asking = { publisher: Publisher; login: Login; post: Post; rows: PublicationRow[] };

/** The post by its id; when a try was lost, by its marker. */
async function findPresent({ publisher, login, post, rows }: Asking): Promise<Known | null> {
  const [newest] = rows;
  const current = newest && findCurrent(rows, newest.integrationId);
  const lost = newest?.status === "unknown" ? newest : undefined;
  const found = lost
    ? await publisher.find(login, describeArticle(post, publisher, {}), openOptions())
    : null;
  const row = found ? lost : current;
  const id = found ?? current?.remoteId ?? null;
  if (!row || id === null) return null;
  return { row, present: await publisher.read(login, id, openOptions()) };
}

/** A post that went live by itself is live, one that was taken down is not, a lost one is found. */
async function putRight(user: UserId, { row, present }: Known): Promise<void> {
  if (present === null) {
    if (row.status !== "gone") await settlePublication(user, row.id, { gone: true });
    return;
  }
  const { version: _, date: __, kept, ...post } = present;
  const known = readKept(row);
  const own = known && isOwn(kept, [known]) ? kept : (known ?? kept);
  const apart = Math.abs((row.scheduledFor?.getTime() ?? 0) - (post.at?.getTime() ?? 0));
  const sameTime = post.state !== "scheduled" || apart < SECOND_MS;
  const sameAddress = row.remoteUrl === post.url && row.remoteId === post.id;
  const settled = row.status === post.state && sameAddress && sameTime;
  if (!settled) await settlePublication(user, row.id, { ...post, kept: own });
}

function describePresent(row: PublicationRow, present: PresentPost): PresentAnswer["post"] {
  const { state, url, at, kept } = present;
  const before = readKept(row);
  const changed = before && !isOwn(kept, [before]) ? describeChange(before, kept) : null;
  return { state, url, at: at?.toISOString() ?? null, hash: kept.hash, changed };
}
