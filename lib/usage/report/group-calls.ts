import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import { usageEvents } from "@/drizzle/schema/usage";
import type { UserTransaction } from "../../db/as-user";
import type { Grouping, UsageGroup, UsageRange } from "../schema";
import { nameGroup } from "./name-group";
import { SUMS } from "./sum-calls";
import { withinRange } from "./within-range";

/** The calls of a range in groups: days in order, everything else by what it has cost. */
export async function groupCalls(
  tx: UserTransaction,
  range: UsageRange,
  by: Grouping,
): Promise<UsageGroup[]> {
  const rows = await tx
    .select({ id: commonTo(by, range), title: sql<string | null>`min(${posts.title})`, ...SUMS })
    .from(usageEvents)
    .leftJoin(posts, eq(posts.id, usageEvents.postId))
    .where(withinRange(range))
    .groupBy(sql`1`)
    .orderBy(by === "day" ? sql`1` : sql`3 DESC, 1`);
  return rows.map(({ title, ...group }) => ({
    ...group,
    label: nameGroup(by, group.id, title),
  }));
}

/** What the calls of a group have in common, as text. */
function commonTo(by: Grouping, { zone }: UsageRange): SQL<string | null> {
  const { createdAt, postId, provider, model, billedModel, keyVersion, operation } = usageEvents;
  const common = {
    day: sql`to_char(${createdAt} AT TIME ZONE ${zone}, 'YYYY-MM-DD')`,
    post: sql`${postId}::text`,
    provider: sql`${provider}`,
    model: sql`coalesce(${billedModel}, ${model})`,
    key: sql`${provider} || ' ' || nullif(${keyVersion}, 0)`,
    operation: sql`${operation}`,
  } satisfies Record<Grouping, SQL>;
  return sql<string | null>`${common[by]}`;
}
