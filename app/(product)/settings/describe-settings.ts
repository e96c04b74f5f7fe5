import { LIMITS } from "@/lib/limits/registry";
import { NOTICE_KINDS } from "@/lib/notices/schema";
import type { Settings } from "@/lib/settings/schema";

/** What a new post begins with, and how much of the notices is heard of, in a few words. */
export function describePreferences(settings: Settings): string {
  const { defaultModel, defaultWords, defaultLanguage, mutedNotices } = settings;
  const words = (defaultWords ?? LIMITS.postWords.usual).toLocaleString("en");
  const heard = NOTICE_KINDS.filter((kind) => !mutedNotices.includes(kind)).length;
  return [
    defaultModel ?? "The model that fits best",
    `${words} words`,
    ...(defaultLanguage ? [defaultLanguage] : []),
    heard === NOTICE_KINDS.length ? "all notices" : `${heard} of ${NOTICE_KINDS.length} notices`,
  ].join(", ");
}

/** The cap of a month in a few words. */
export function describeCap({ monthlyCapUsd }: Settings): string {
  return monthlyCapUsd === null ? "No cap" : `$${monthlyCapUsd} a month`;
}
