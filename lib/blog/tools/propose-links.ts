import "server-only";
import { AppError } from "../../errors";
import { citeMarks } from "../edit/cite-marks";
import { keepFound } from "../edit/keep-found";
import type { Proposal } from "../edit/schema";
import type { OwnMatch } from "../links/match-own-posts";
import { type PlacedMark, placeMarks } from "../links/place-marks";
import type { Library } from "../run";
import type { Section, Source } from "../schema";
import { canonicalUrl } from "../sources/canonical-url";
import { findOwnLinks } from "./find-own-links";
import type { Tool } from "./open-tool";

/**
 * Proposes a section that cites some of the user's published posts behind the sentences they fit.
 * Each becomes a source like one that a search has found: kept with the post, and part of it as soon
 * as an edit cites it.
 *
 * @throws AppError `not_found` when one of the posts does not fit the section any more.
 */
export async function proposeLinks(
  tool: Tool,
  section: Section,
  postIds: readonly string[],
): Promise<Proposal> {
  const { user, post, evidence } = tool;
  const { matches } = await findOwnLinks(tool, section);
  const chosen = matches.filter(({ postId }) => postIds.includes(postId));
  if (chosen.length < new Set(postIds).size) throw new AppError("not_found");
  const marks: PlacedMark[] = [];
  const found = await keepFound(user, post, (first, known) => {
    const numbered = numberPosts(chosen, first, { known, joined: post.document.sources });
    marks.push(...numbered.marks);
    return numbered.fresh;
  });
  const all = {
    sources: [...evidence.sources, ...found.sources],
    passages: [...evidence.passages, ...found.passages],
  };
  const linked = { id: section.id, markdown: placeMarks(section.markdown, marks) };
  const joined = new Set(post.document.sources.map(({ id }) => id));
  const { markdown, citations, dropped } = citeMarks(linked, post.document, all);
  return {
    sectionId: section.id,
    action: "links",
    version: post.version,
    markdown,
    citations,
    sources: all.sources.filter(
      ({ id }) => !joined.has(id) && citations.some(({ sourceId }) => sourceId === id),
    ),
    dropped,
  };
}

type Numbered = { fresh: Library; marks: PlacedMark[] };

/** A post that is a source already keeps its number, and its passage where it says the same. */
function numberPosts(
  chosen: readonly OwnMatch[],
  first: number,
  { known, joined }: { known: Library; joined: readonly Source[] },
): Numbered {
  const fresh: Library = { sources: [], passages: [] };
  let next = first;
  const marks = chosen.map(({ url, title, passage: text, start, end }) => {
    const all = [...known.sources, ...fresh.sources];
    const old = [...all, ...joined].find((source) => isSamePage(source.url, url));
    const source = old ?? { id: `S${next++}`, url, title, publishedAt: null };
    if (!all.includes(source)) fresh.sources.push(source);
    const own = [...known.passages, ...fresh.passages].filter(
      ({ sourceId }) => sourceId === source.id,
    );
    const same = own.find((passage) => passage.text === text);
    const id = same?.id ?? `${source.id}.p${nextNumber(own.map((passage) => passage.id))}`;
    if (!same) fresh.passages.push({ id, sourceId: source.id, text });
    return { start, end, passageId: id };
  });
  return { fresh, marks };
}

function isSamePage(one: string | null, other: string): boolean {
  return one !== null && canonicalUrl(one) === canonicalUrl(other);
}

function nextNumber(passageIds: readonly string[]): number {
  const numbers = passageIds.map((id) => Number(/\.p(\d+)$/.exec(id)?.[1] ?? 0));
  return 1 + Math.max(0, ...numbers);
}
