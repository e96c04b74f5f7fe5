import {
  type Competitor,
  competitor,
  type ResearchPreferences,
  researchPreferences,
  type SocialAccount,
  socialAccount,
} from "@/lib/onboarding/research/schema";

/** The form as typed: lists as lines of text. */
export type ResearchDraft = {
  competitors: Competitor[];
  socials: SocialAccount[];
  topics: string;
  gaps: string;
  preferences: Omit<ResearchPreferences, "preferDomains" | "avoidDomains"> & {
    preferDomains: string;
    avoidDomains: string;
  };
};

/** What the form begins with: the draft, else what was saved, else nothing. */
export function readResearchDraft(draft: unknown, data: unknown): ResearchDraft {
  const stored = asRecord(draft ?? data);
  const chosen = asRecord(stored.preferences);
  const known = researchPreferences.safeParse({ ...chosen, preferDomains: [], avoidDomains: [] });
  const preferences = known.data ?? researchPreferences.parse({});
  return {
    competitors: readList(stored.competitors, (one) => competitor.safeParse(one).data),
    socials: readList(stored.socials, (one) => socialAccount.safeParse(one).data),
    topics: toLines(stored.topics),
    gaps: toLines(stored.gaps),
    preferences: {
      ...preferences,
      preferDomains: toLines(chosen.preferDomains).replaceAll("\n", ", "),
      avoidDomains: toLines(chosen.avoidDomains).replaceAll("\n", ", "),
    },
  };
}

/** The body of the request that completes the step. */
export function toResearchBody(draft: ResearchDraft) {
  const { preferences } = draft;
  return {
    ...draft,
    topics: splitLines(draft.topics),
    gaps: splitLines(draft.gaps),
    preferences: {
      ...preferences,
      preferDomains: splitLines(preferences.preferDomains.replaceAll(",", "\n")),
      avoidDomains: splitLines(preferences.avoidDomains.replaceAll(",", "\n")),
    },
  };
}

/** Elements of a list that can be read; anything else gives none. */
export function readList<T>(value: unknown, read: (one: unknown) => T | undefined): T[] {
  return Array.isArray(value) ? value.flatMap((one) => read(one) ?? []) : [];
}

/** A list as lines of text. */
export function toLines(value: unknown): string {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.join("\n") : "";
}

function splitLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
