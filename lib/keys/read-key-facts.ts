import "server-only";
import { z } from "zod";
import type { UserId } from "../auth/user-id";
import { pipelineAsUser } from "../db/as-user";
import { providerId } from "../providers/schema";

const USES = `
  SELECT provider, key_version AS version, max(created_at) AS at FROM usage_events
  WHERE key_version IS NOT NULL GROUP BY 1, 2
  UNION ALL
  SELECT provider, version, max(created_at) FROM api_key_events
  WHERE event = 'used' AND version IS NOT NULL GROUP BY 1, 2`;
const VERDICTS = `
  SELECT DISTINCT ON (provider, version) provider, version, event, detail, created_at AS at
  FROM api_key_events WHERE event IN ('checked', 'used', 'rejected') AND version IS NOT NULL
  ORDER BY provider, version, id DESC`;

/** The driver gives a time as a Date or, where it has been shared with the query builder, as text. */
const use = z.object({ provider: providerId, version: z.number(), at: z.coerce.date() });
const verdict = use.extend({ event: z.string(), detail: z.string().nullable() });

/** What the ledger and the history know of a key by its version. */
export type KeyFacts = {
  lastUsedAt: Date | undefined;
  verdict: z.infer<typeof verdict> | undefined;
};

/**
 * What is known of the keys that stand in no table: those of a developer's shell and `.env.local`,
 * whose versions are their fingerprints. "Never used" is then true of those alone that never were.
 */
export async function readKeyFacts(
  user: UserId,
): Promise<(key: { provider: string; version: number }) => KeyFacts> {
  const [uses = [], verdicts = []] = await pipelineAsUser(user, [
    { text: USES, parameters: [] },
    { text: VERDICTS, parameters: [] },
  ]);
  const used = uses.filter(isKnown).map((row) => use.parse(row));
  const judged = verdicts.filter(isKnown).map((row) => verdict.parse(row));
  return (key) => {
    const isSame = (other: { provider: string; version: number }) =>
      other.provider === key.provider && other.version === key.version;
    const times = used.filter(isSame).map(({ at }) => at);
    const lastUsedAt = times.sort((a, b) => b.getTime() - a.getTime())[0];
    return { lastUsedAt, verdict: judged.find(isSame) };
  };
}

/** False for a provider that has left the registry. */
function isKnown({ provider }: Record<string, unknown>): boolean {
  return providerId.safeParse(provider).success;
}
