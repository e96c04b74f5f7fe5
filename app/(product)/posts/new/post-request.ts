import { z } from "zod";
import { type Answer, jsonPost, type Problem, requestJson } from "@/app/_ui/problem";
import { type AuthorPart, type GenerateInput, generateBody } from "@/lib/blog/schema";
import type { Platform } from "@/lib/onboarding/persona/schema";

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
  /** Addresses of pages to be read, one a line. */
  pages: string;
  /** Empty for the server's own choice. */
  model: string;
  capUsd: string;
  /** The run waits after the outline until it is approved. */
  approveOutline: boolean;
  /** The platform whose persona speaks. */
  voice: Platform;
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
    sources: listSources(draft),
    model: draft.model || undefined,
    capUsd: Number.isNaN(capUsd) ? undefined : capUsd,
    approveOutline: draft.approveOutline || undefined,
    voice: draft.voice === "blog" ? undefined : draft.voice,
    useProfile:
      draft.without.length > 0
        ? Object.fromEntries(draft.without.map((part) => [part, false]))
        : undefined,
  };
}

/** One sentence for each field that the request's schema refuses. */
export function findFieldErrors(draft: PostDraft): Record<string, string> {
  const issues = generateBody.safeParse(toBody(draft)).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [nameField(path, draft), message]));
}

/** The fields that the server named, by the form's own names. */
export function readFieldErrors(problem: Problem, draft: PostDraft): Record<string, string> {
  const fields = problem.fields ?? [];
  return Object.fromEntries(
    fields.map(({ field, message }) => [nameField(field.split("."), draft), message]),
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

/** The notes, if there are any, and then one source a page. */
function listSources({ notes, pages }: PostDraft): GenerateInput["sources"] {
  const note = notes.trim() ? [{ text: notes.trim() }] : [];
  const urls = pages.split(/\s+/).filter((url) => url !== "");
  const sources = [...note, ...urls.map((url) => ({ url }))];
  return sources.length > 0 ? sources : undefined;
}

function nameField([field, place]: PropertyKey[], { notes }: PostDraft): string {
  if (field !== "sources") return String(field);
  return notes.trim() && Number(place) === 0 ? "notes" : "pages";
}

function splitList(text: string): string[] | undefined {
  const items = text.split(/[,\n]/).map((item) => item.trim());
  const filled = items.filter((item) => item !== "");
  return filled.length > 0 ? filled : undefined;
}
