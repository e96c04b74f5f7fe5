import "server-only";
import type { Caller } from "../../calls/caller";
import { type PlacedClaim, placeClaims } from "../claims/check-claims";
import { judgeClaims } from "../claims/judge-claims";
import { mendClaims } from "../claims/mend-claims";
import { replaceSentences } from "../claims/replace-sentences";
import { showSection } from "../durable/steps/show-section";
import type { Library, Passage, Run } from "../run";
import type { Claim, Section } from "../schema";
import { tolerate } from "./tolerate";

const MENDED = "It was rewritten after the check. Read it against its source.";

/** A section whose citations have been checked; its text is another one where sentences were mended. */
export type CheckedSection = { markdown: string; claims: Claim[] };

/**
 * Check: every sentence by code, then one judging call; what neither bears is rewritten once, and
 * what still stands unsupported is marked. A changed text is sent again as a whole, then the verdict.
 *
 * @param library what the section may cite.
 * @param dropped how many citations of unknown passages its writer had made.
 * @throws AppError when the key or its quota fails, never for a reply that is of no use.
 */
export async function checkSection(
  run: Run,
  section: Pick<Section, "id" | "heading" | "markdown">,
  library: Library,
  dropped: number,
): Promise<CheckedSection> {
  const judged = await judge(run, section.markdown, library.passages);
  const checked = await mend(run, section.markdown, { claims: judged, library });
  if (checked.markdown !== section.markdown)
    showSection(run, { item: section, library }, checked.markdown);
  run.emit("verdict", { sectionId: section.id, dropped, claims: checked.claims });
  return checked;
}

/** What code, and then a judge, find in a text; where no judge answers, what code has found. */
export async function judgeSection(
  caller: Caller,
  markdown: string,
  passages: Passage[],
): Promise<Claim[]> {
  return (await judge(caller, markdown, passages)).map(toClaim);
}

async function judge(run: Caller, markdown: string, passages: Passage[]): Promise<PlacedClaim[]> {
  const claims = placeClaims(markdown, passages);
  return tolerate(
    () => judgeClaims(run, claims, passages),
    (title) => claims.map((claim) => (isOpen(claim) ? { ...claim, reason: note(title) } : claim)),
  );
}

async function mend(
  run: Run,
  markdown: string,
  { claims, library }: { claims: PlacedClaim[]; library: Library },
): Promise<CheckedSection> {
  const refuted = claims.filter(
    ({ level, start, end }) => level === "unsupported" && !isRow(markdown.slice(start, end)),
  );
  const cited = library.passages.filter(({ id }) => markdown.includes(`[^${id}]`));
  const replacements = await tolerate(
    () => mendClaims(run, refuted, cited),
    () => [],
  );
  const mended = replaceSentences(markdown, replacements);
  if (replacements.length === 0 || mended === "") return { markdown, claims: claims.map(toClaim) };
  const kept = claims.filter(({ start }) => !replacements.some((one) => one.start === start));
  return { markdown: mended, claims: recheck(mended, library.passages, kept) };
}

/** What the judge said of a sentence still holds; of a new one only code has spoken. */
function recheck(markdown: string, passages: Passage[], kept: readonly PlacedClaim[]): Claim[] {
  const known = [...kept];
  return placeClaims(markdown, passages).map((claim) => {
    const index = known.findIndex((other) => isSameSentence(other, claim));
    const [judged] = index < 0 ? [] : known.splice(index, 1);
    if (judged) return toClaim(judged);
    return toClaim(isOpen(claim) ? { ...claim, reason: claim.reason ?? MENDED } : claim);
  });
}

function isSameSentence(one: Claim, other: Claim): boolean {
  return one.text === other.text && one.passageIds.join() === other.passageIds.join();
}

/** The cells of a table cannot be rewritten as one sentence. */
function isRow(source: string): boolean {
  return /(?<!\\)\|/.test(source);
}

function isOpen({ level, passageIds }: Claim): boolean {
  return level === "unsure" && passageIds.length > 0;
}

function note(title: string): string {
  return `No model has checked it: ${title.charAt(0).toLowerCase()}${title.slice(1)}.`;
}

function toClaim({ start: _, end: __, ...claim }: PlacedClaim): Claim {
  return claim;
}
