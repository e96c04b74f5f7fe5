import type { apiKeys } from "@/drizzle/schema/keys";
import { providerId } from "../../providers/schema";
import { type MaskedKey, maskedKey } from "../schema";

/**
 * What the owner sees of a row: never the sealed key or ids. Nothing for a provider that
 * has left the registry.
 */
export function describeRow(row: typeof apiKeys.$inferSelect): MaskedKey[] {
  const provider = providerId.safeParse(row.provider);
  if (!provider.success) return [];
  const masked = maskedKey.parse({
    provider: provider.data,
    masked: row.masked,
    status: row.status,
    problem: row.problem,
    version: row.version,
    source: "vault",
    variable: null,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    savedAt: row.savedAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  });
  return [masked];
}
