import "server-only";
import { callExa } from "../../calls/call-exa";
import type { Caller } from "../../calls/caller";
import { AppError } from "../../errors";
import { LIMITS } from "../../limits/registry";
import { cutText } from "../../text/cut-text";
import { chooseAuthor, loadAuthor } from "../author/load-author";
import { keepFound } from "../edit/keep-found";
import type { EndedPost } from "../posts/lock-ended";
import type { Library } from "../run";
import type { Section } from "../schema";
import { isNew } from "../sources/is-new";
import { limitSearch } from "../sources/limit-search";
import { type FoundSource, readFoundPages } from "../sources/read-found-pages";
import { splitPassages } from "../sources/split-passages";

const MAX_CHARACTERS = 6_000;

type Wanted = {
  post: EndedPost;
  section: Section;
  instruction: string | undefined;
  known: Library;
};

/**
 * One search for what a section does not rest on yet. What it finds is kept with the post, numbered
 * behind all its sources, so that an edit may cite it; until then no source of the post has changed.
 *
 * @throws AppError `no_sources` when nothing new was found.
 */
export async function findMoreSources(caller: Caller, wanted: Wanted): Promise<Library> {
  const { post, section, instruction, known } = wanted;
  const author = chooseAuthor(await loadAuthor(caller.user), post.request);
  const limits = limitSearch(post.request, author);
  const results = await callExa(caller, {
    query: cutText([section.heading, post.topic, instruction].filter(Boolean).join(" "), 400),
    type: post.request.searchType,
    numResults: LIMITS.moreSources.results,
    maxCharacters: MAX_CHARACTERS,
    ...limits,
  });
  const fresh = readFoundPages(results, limits.excludeDomains)
    .filter(isNew([...post.document.sources, ...known.sources]))
    .filter(({ text }) => splitPassages("S0", text).length > 0);
  if (fresh.length === 0) throw new AppError("no_sources");
  return keepFound(caller.user, post, (first) =>
    numberPages(fresh.slice(0, LIMITS.moreSources.kept), first),
  );
}

function numberPages(pages: FoundSource[], first: number): Library {
  const numbered = pages.map((page, index) => ({ ...page, id: `S${first + index}` }));
  return {
    sources: numbered.map(({ text: _, ...source }) => source),
    passages: numbered.flatMap((page) => splitPassages(page.id, page.text)),
  };
}
