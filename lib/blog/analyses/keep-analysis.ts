import "server-only";
import { postAnalyses } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import type { Analysis } from "./schema";

/** Keeps an analysis with its post, in place of the earlier one of its kind. */
export async function keepAnalysis(
  user: UserId,
  postId: string,
  { kind, version, summary, findings }: Omit<Analysis, "createdAt">,
): Promise<Analysis> {
  const createdAt = new Date();
  const kept = { version, data: { summary, findings }, createdAt };
  await asUser(user, (tx) =>
    tx
      .insert(postAnalyses)
      .values({ postId, kind, userId: user, ...kept })
      .onConflictDoUpdate({ target: [postAnalyses.postId, postAnalyses.kind], set: kept }),
  );
  return { kind, version, summary, findings, createdAt: createdAt.toISOString() };
}
