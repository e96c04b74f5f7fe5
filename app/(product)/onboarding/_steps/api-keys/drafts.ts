import type { Problem } from "@/app/_ui/messages/problem";
import { type MaskedKey, saveApiKeysBody } from "@/lib/keys/schema";
import { PROVIDER_IDS, type ProviderId, providerId } from "@/lib/providers/schema";
import type { CheckResult, Drafts } from "./key-requests";

/** What is known of each typed key. */
export type Results = Partial<Record<ProviderId, CheckResult>>;

/** The keys that are really filled in, or only one provider's. */
export function filledDrafts(drafts: Drafts, only?: ProviderId): Drafts {
  const ids = PROVIDER_IDS.filter((id) => drafts[id]?.trim() && (!only || id === only));
  return Object.fromEntries(ids.map((id) => [id, drafts[id]]));
}

/** The keys that cannot be keys, found before anything is sent. */
export function findMalformed(drafts: Drafts): Results {
  const issues = saveApiKeysBody.safeParse(drafts).error?.issues ?? [];
  return toResults(issues.flatMap((issue) => refuse(String(issue.path[0]), issue.message)));
}

/** The keys that the server named as not valid. */
export function refusedFields(problem: Problem): Results {
  return toResults((problem.fields ?? []).flatMap(({ field, message }) => refuse(field, message)));
}

/** A list of results by provider. */
export function toResults(list: CheckResult[]): Results {
  return Object.fromEntries(list.map((result) => [result.provider, result]));
}

/** The saved keys after some of them were saved anew. */
export function mergeKeys(old: MaskedKey[], fresh: MaskedKey[]): MaskedKey[] {
  const kept = old.filter((key) => fresh.every((other) => other.provider !== key.provider));
  return [...kept, ...fresh];
}

function refuse(field: string, detail: string): CheckResult[] {
  const provider = providerId.safeParse(field);
  return provider.success ? [{ provider: provider.data, status: "invalid", detail }] : [];
}
