import {
  type Competitor,
  type ContentOverview,
  competitor,
  contentOverview,
  type ResearchPreferences,
  researchData,
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
  content: ContentOverview | null;
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
    content: contentOverview.safeParse(stored.content).data ?? null,
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

/** What is wrong, in a sentence for each field; `other` where no field shows it. */
export type FieldErrors = Partial<Record<string, string>>;
const FIELDS = ["topics", "gaps", "preferDomains", "avoidDomains"];

/** What is wrong with the body of the request; an account's error stands under its platform. */
export function findFieldErrors(body: ReturnType<typeof toResearchBody>): FieldErrors {
  const issues = researchData.safeParse(body).error?.issues ?? [];
  const named = issues.map(({ path, message }) => {
    const [first, second] = path;
    const account = first === "socials" ? body.socials[Number(second)]?.platform : undefined;
    const name = account ?? path.find((part) => FIELDS.includes(String(part)));
    if (name) return [name, message];
    return ["other", `${path.join(" ")}: ${message}`];
  });
  return Object.fromEntries(named.toReversed());
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
