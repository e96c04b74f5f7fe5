import { z } from "zod";
import { type Answer, jsonPost, requestJson } from "@/app/_ui/messages/problem";
import {
  type ApiKeysAnswer,
  apiKeysAnswer,
  type KeyTimeline,
  keyTimeline,
  type MaskedKey,
  maskedKey,
} from "@/lib/keys/schema";
import { KEY_STATUSES, type ProviderId, providerId } from "@/lib/providers/schema";

const KEYS_URL = "/api/onboarding/api-keys";

const checkResult = z.object({
  provider: providerId,
  status: z.enum(KEY_STATUSES),
  code: z.string().optional(),
  detail: z.string().optional(),
});
const checkAnswer = z.object({ results: z.array(checkResult) });
const savedCheckAnswer = checkAnswer.extend({ keys: z.array(maskedKey) });

/** What a live check of one key found. */
export type CheckResult = z.infer<typeof checkResult>;
/** Keys as typed, not saved yet. */
export type Drafts = Partial<Record<ProviderId, string>>;

/** Saves the keys that are filled in; all of them or none. */
export function saveKeys(drafts: Drafts): Promise<Answer<ApiKeysAnswer>> {
  return requestJson(KEYS_URL, apiKeysAnswer, jsonPost(drafts));
}

/** Asks each provider about its key without saving anything. */
export function checkKeys(drafts: Drafts): Promise<Answer<{ results: CheckResult[] }>> {
  return requestJson(`${KEYS_URL}/check`, checkAnswer, jsonPost(drafts));
}

/** Asks a provider about the key that is saved, and gives all keys as they are known then. */
export function checkSavedKey(
  provider: ProviderId,
): Promise<Answer<{ results: CheckResult[]; keys: MaskedKey[] }>> {
  return requestJson(`${KEYS_URL}/${provider}/check`, savedCheckAnswer, { method: "POST" });
}

/** What happened to the keys: the newest, or what was before an earlier answer. */
export function fetchEvents(cursor?: number): Promise<Answer<KeyTimeline>> {
  return requestJson(`${KEYS_URL}/events${cursor ? `?cursor=${cursor}` : ""}`, keyTimeline);
}

/** Has all secrets sealed under a new data key. */
export function sealAnew(): Promise<Answer<{ sealed: number }>> {
  const answer = z.object({ sealed: z.number() });
  return requestJson(`${KEYS_URL}/rotate`, answer, { method: "POST" });
}

/** Deletes one saved key. */
export function deleteKey(provider: ProviderId): Promise<Answer<null>> {
  return requestJson(`${KEYS_URL}/${provider}`, z.null(), { method: "DELETE" });
}
