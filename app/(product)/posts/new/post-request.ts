import { z } from "zod";
import { type Answer, jsonPost, type Problem, requestJson } from "@/app/_ui/problem";
import { type AuthorPart, type GenerateInput, generateBody } from "@/lib/blog/schema";

const started = z.object({ id: z.string(), status: z.string(), eventsUrl: z.string() });

/** What the form holds: text as typed. */
export type PostDraft = {
  topic: string;
  wordCount: number;
  research: "basic" | "comprehensive" | "targeted";
  audience: string;
  tone: string;
  industry: string;
  language: string;
  angle: string;
  instructions: string;
  keywords: string;
  includeDomains: string;
  excludeDomains: string;
  notes: string;
  capUsd: string;
  /** The run waits after the outline until it is approved. */
  approveOutline: boolean;
  /** Parts of the author's profile that this post does without. */
  without: AuthorPart[];
};

/** The request's body, without the fields that were left empty. */
export function toBody(draft: PostDraft): GenerateInput {
  const capUsd = Number.parseFloat(draft.capUsd);
  return {
    topic: draft.topic,
    wordCount: draft.wordCount,
    research: draft.research,
    audience: draft.audience.trim() || undefined,
    tone: draft.tone.trim() || undefined,
    industry: draft.industry.trim() || undefined,
    language: draft.language.trim() || undefined,
    angle: draft.angle.trim() || undefined,
    instructions: draft.instructions.trim() || undefined,
    keywords: splitList(draft.keywords),
    includeDomains: splitList(draft.includeDomains),
    excludeDomains: splitList(draft.excludeDomains),
    sources: draft.notes.trim() ? [{ text: draft.notes.trim() }] : undefined,
    capUsd: Number.isNaN(capUsd) ? undefined : capUsd,
    approveOutline: draft.approveOutline || undefined,
    useProfile:
      draft.without.length > 0
        ? Object.fromEntries(draft.without.map((part) => [part, false]))
        : undefined,
  };
}

/** One sentence for each field that the request's schema refuses. */
export function findFieldErrors(draft: PostDraft): Record<string, string> {
  const issues = generateBody.safeParse(toBody(draft)).error?.issues ?? [];
  return Object.fromEntries(issues.map((issue) => [nameField(issue.path[0]), issue.message]));
}

/** The fields that the server named, by the form's own names. */
export function readFieldErrors(problem: Problem): Record<string, string> {
  const fields = problem.fields ?? [];
  return Object.fromEntries(
    fields.map(({ field, message }) => [nameField(field.split(".")[0]), message]),
  );
}

/** Starts a run. `idempotencyKey` makes a second click the same run. */
export function startPost(
  draft: PostDraft,
  idempotencyKey: string,
): Promise<Answer<{ id: string }>> {
  const init = jsonPost(toBody(draft), { "idempotency-key": idempotencyKey });
  return requestJson("/api/blog/generate", started, init);
}

function nameField(field: PropertyKey | undefined): string {
  return field === "sources" ? "notes" : String(field);
}

function splitList(text: string): string[] | undefined {
  const items = text.split(/[,\n]/).map((item) => item.trim());
  const filled = items.filter((item) => item !== "");
  return filled.length > 0 ? filled : undefined;
}
