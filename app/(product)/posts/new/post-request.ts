import { z } from "zod";
import { type Answer, jsonPost, type Problem, requestJson } from "@/app/_ui/messages/problem";
import { type GenerateBody, type GenerateInput, generateBody } from "@/lib/blog/schema";
import { chooseDepth } from "@/lib/blog/sources/choose-depth";
import { type DraftSection, findHeadingsProblem, sumWords } from "../[id]/_outline/outline-draft";
import { findMaterialErrors, listOwnSources } from "./own-material";
import type { PostDraft } from "./post-draft";

const started = z.object({ id: z.string(), status: z.string(), eventsUrl: z.string() });

/** A draft that says how deep its post is researched. */
export type SettledDraft = PostDraft & Pick<GenerateBody, "research">;

/** How many words the post will have: where its headings say how long each is, they decide. */
export function sumLength({ outline, wordCount }: PostDraft): number {
  if (outline.length === 0) return wordCount;
  return sumWords({ title: "", sections: outline }, wordCount).total;
}

/** The draft with the depth that was chosen, or the one that fits it; `preferDomains` are its author's. */
export function settleDepth(draft: PostDraft, preferDomains: readonly string[]): SettledDraft {
  if (draft.research !== "auto") return { ...draft, research: draft.research };
  const preferred = draft.without.includes("preferences") ? [] : preferDomains;
  const sites = [...(splitList(draft.includeDomains) ?? []), ...preferred];
  const category = draft.category || undefined;
  return { ...draft, research: chooseDepth({ wordCount: sumLength(draft), category, sites }) };
}

/** The request's body, without the fields that were left empty; a depth that is open is one of them. */
export function toBody(draft: PostDraft): GenerateInput {
  const capUsd = draft.capUsd.trim() ? readDollars(draft.capUsd) : undefined;
  return {
    topic: draft.topic,
    wordCount: draft.wordCount,
    research: draft.research === "auto" ? undefined : draft.research,
    audience: draft.audience.trim() || undefined,
    tone: draft.tone.trim() || undefined,
    industry: draft.industry.trim() || undefined,
    language: draft.language.trim() || undefined,
    angle: draft.angle.trim() || undefined,
    instructions: draft.instructions.trim() || undefined,
    keywords: splitList(draft.keywords),
    includeDomains: splitList(draft.includeDomains),
    excludeDomains: splitList(draft.excludeDomains),
    publishedWithin: draft.publishedWithin || undefined,
    category: draft.category || undefined,
    searchType: draft.searchType,
    numResults: draft.numResults === "" ? undefined : draft.numResults,
    sources: listOwnSources(draft),
    outline: toOutline(draft.outline),
    model: draft.model || undefined,
    capUsd,
    approveOutline: draft.approveOutline || undefined,
    finish: draft.finish === "draft" ? undefined : draft.finish,
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
  const outline = findHeadingsProblem(dropBlankEnd(draft.outline));
  return {
    ...Object.fromEntries(
      issues
        .filter(({ path }) => !OWN_WORDS.has(path[0]))
        .map(({ path, message }) => [String(path[0]), message]),
    ),
    ...findMaterialErrors(draft),
    ...(outline ? { outline } : {}),
  };
}

/** Fields whose errors the form says itself: each element of them may have one of two shapes. */
const OWN_WORDS = new Set<PropertyKey | undefined>(["sources", "outline"]);

/** The fields that the server named, by the form's own names. */
export function readFieldErrors(problem: Problem): Record<string, string> {
  const fields = problem.fields ?? [];
  return Object.fromEntries(
    fields.map(({ field, message }) => [nameField(field.split(".")[0]), message]),
  );
}

/** Starts a run. `idempotencyKey` makes a second click the same run. */
export function startPost(
  draft: SettledDraft,
  idempotencyKey: string,
): Promise<Answer<{ id: string }>> {
  const init = jsonPost(toBody(draft), { "idempotency-key": idempotencyKey });
  return requestJson("/api/blog/generate", started, init);
}

function nameField(field: PropertyKey | undefined): string {
  return field === "sources" ? "notes" : String(field);
}

/** `$0.25`, `0.25` or `0,25`; not a number for anything else, which the schema then refuses. */
function readDollars(text: string): number {
  return Number(
    text
      .trim()
      .replace(/^\$\s*/, "")
      .replace(",", "."),
  );
}

/** The headings as the request has them, each with its length if one was asked for. */
function toOutline(sections: DraftSection[]): GenerateInput["outline"] {
  const named = dropBlankEnd(sections).map(({ heading, words }) => ({ heading, words }));
  return named.length > 0 ? named : undefined;
}

/** A row that was added and never filled in is no heading. */
function dropBlankEnd(sections: DraftSection[]): DraftSection[] {
  const isBlank = ({ heading, words }: DraftSection) =>
    heading.trim() === "" && words === undefined;
  return sections.slice(0, sections.findLastIndex((section) => !isBlank(section)) + 1);
}

/** The items of a list as typed, separated by commas or lines; undefined without any. */
export function splitList(text: string): string[] | undefined {
  const items = text.split(/[,\n]/).map((item) => item.trim());
  const filled = items.filter((item) => item !== "");
  return filled.length > 0 ? filled : undefined;
}

/** A list as it is typed. */
export function joinList(items: readonly string[]): string {
  return items.join(", ");
}
