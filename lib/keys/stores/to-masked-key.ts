import type { apiKeys } from "@/drizzle/schema";
import { type MaskedKey, maskedKey } from "../schema";

/** What the owner sees of a row: never the sealed key, ids or versions. */
export function toMaskedKey(row: typeof apiKeys.$inferSelect): MaskedKey {
  return maskedKey.parse({
    provider: row.provider,
    masked: row.masked,
    status: row.status,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    savedAt: row.savedAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  });
}
