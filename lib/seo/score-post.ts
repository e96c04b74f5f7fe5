import type { PostDocument } from "../blog/schema";
import { applyChange } from "./apply-change";
import { type Check, PASSED, type Subject } from "./parts/check";
import { scoreHeadings } from "./parts/score-headings";
import { scoreKeywords } from "./parts/score-keywords";
import { scoreQuality } from "./parts/score-quality";
import { scoreReadability } from "./parts/score-readability";
import { scoreStructure } from "./parts/score-structure";
import { type Body, readPostText, withHeadings } from "./read-post-text";
import type { SeoFinding, SeoFix, SeoPart, SeoScore } from "./schema";
import { SEO_PARTS, type SeoPartId } from "./score-weights";

const CHECKS = {
  structure: scoreStructure,
  keywords: scoreKeywords,
  readability: scoreReadability,
  quality: scoreQuality,
  headings: scoreHeadings,
} satisfies Record<SeoPartId, (subject: Subject) => Check[]>;
const PART_IDS: readonly SeoPartId[] = [
  "structure",
  "keywords",
  "readability",
  "quality",
  "headings",
];

/** What was asked for, where it is known: the score then compares with it. */
type ScoreOptions = { wordCount?: number | undefined };

/**
 * Scores a post from 0 to 100 in five weighted parts, with what would raise it. Code alone, no call:
 * the same document has the same score on a server and in a browser.
 */
export function scorePost(document: PostDocument, options: ScoreOptions = {}): SeoScore {
  const subject = toSubject(document, readPostText(document.sections), options);
  const checked = PART_IDS.map((id) => ({ id, checks: CHECKS[id](subject) }));
  const exact = weigh(checked);
  const improves = (fix: SeoFix) => keepImproving(fix, { subject, options, exact });
  const { words, minutes, language } = subject.body;
  const parts = checked.map(({ id, checks }) => toPart(id, checks, improves));
  return { total: Math.round(exact), parts, words, minutes, language };
}

/** What would raise the total, most first. */
export function listRaises(score: SeoScore): SeoFinding[] {
  const open = score.parts.flatMap(({ findings }) => findings.filter(({ ok }) => !ok));
  return open.sort((one, other) => other.raise - one.raise);
}

function toSubject(document: PostDocument, body: Body, { wordCount }: ScoreOptions): Subject {
  const { seo } = document;
  return { document, body, seo, keyword: seo?.keyword.trim() ?? "", wordCount };
}

type Checked = { id: SeoPartId; checks: Check[] };

function weigh(checked: readonly Checked[]): number {
  return checked.reduce((sum, { id, checks }) => sum + SEO_PARTS[id].weight * rate(checks), 0);
}

/** 0 to 100. */
function rate(checks: readonly Check[]): number {
  const weight = checks.reduce((sum, check) => sum + check.weight, 0);
  const reached = checks.reduce((sum, check) => sum + check.weight * check.value, 0);
  return (100 * reached) / weight;
}

function toPart(
  id: SeoPartId,
  checks: readonly Check[],
  improves: (fix: SeoFix) => SeoFix | undefined,
): SeoPart {
  const { name, weight } = SEO_PARTS[id];
  const all = checks.reduce((sum, check) => sum + check.weight, 0);
  const findings = checks.map(({ id: check, value, message, fix, ...rest }): SeoFinding => {
    const ok = value >= PASSED || (check === "readability" && value > 0);
    const raise = ok ? 0 : round((100 * weight * rest.weight * (1 - value)) / all);
    const made = ok ? undefined : fix?.();
    const mend = made && improves(made);
    return { id: check, ok, message, raise, ...(mend ? { fix: mend } : {}) };
  });
  findings.sort((one, other) => other.raise - one.raise);
  return { id, name, weight, score: Math.round(rate(checks)), findings };
}

type Before = { subject: Subject; options: ScoreOptions; exact: number };

/** A fix that mends one thing may cost another: only what raises the total is offered. */
function keepImproving(fix: SeoFix, { subject, options, exact }: Before): SeoFix | undefined {
  const kept = fix.options.filter(({ change }) => {
    const document = applyChange(subject.document, change);
    const rewrites = change.sections?.some(({ markdown }) => markdown !== undefined) ?? false;
    const body = rewrites
      ? readPostText(document.sections)
      : withHeadings(subject.body, document.sections);
    const after = toSubject(document, body, options);
    return weigh(PART_IDS.map((id) => ({ id, checks: CHECKS[id](after) }))) > exact + 0.01;
  });
  return kept.length > 0 ? { ...fix, options: kept } : undefined;
}

function round(points: number): number {
  return Math.round(points * 10) / 10;
}
