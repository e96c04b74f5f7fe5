import "server-only";
import { callExa } from "../../calls/call-exa";
import { AppError } from "../../errors";
import type { ExaResult } from "../../providers/read-exa-answer";
import type { Library, Plan, Run } from "../run";
import type { GenerateBody, Source } from "../schema";
import { isNew } from "../sources/is-new";
import { limitSearch } from "../sources/limit-search";
import { preferDomains } from "../sources/prefer-domains";
import { type FoundSource, readFoundPages } from "../sources/read-found-pages";
import { readOwnSources } from "../sources/read-own-sources";
import { SEARCHES } from "../sources/schema";
import { splitPassages } from "../sources/split-passages";

/** How far each kind of research goes. */
const DEPTH = {
  basic: { numResults: 5, maxSources: 8 },
  targeted: { numResults: 6, maxSources: 10 },
  comprehensive: { numResults: 8, maxSources: 16 },
} satisfies Record<GenerateBody["research"], object>;
const MAX_CHARACTERS = 6_000;

/**
 * Search: the plan's queries in parallel with the caller's Exa key, text and highlights in the same
 * call; the user's own notes and pages come first. Duplicates and blocked hosts are left out.
 *
 * @throws AppError `no_sources` when nothing usable was found: nothing is ever written from nothing.
 */
export async function searchSources(run: Run, plan: Plan): Promise<Library> {
  const { request } = run;
  const { maxSources, ...depth } = DEPTH[request.research];
  const { searchType: type, numResults = depth.numResults } = request;
  const own = await readOwnSources(run);
  const limits = limitSearch(request, run.author);
  const searches = plan.queries.slice(0, SEARCHES[request.research]).map((query) => {
    run.emit("query", { query });
    return callExa(run, { query, type, numResults, maxCharacters: MAX_CHARACTERS, ...limits });
  });
  const results = interleave(await Promise.all(searches));
  const others = readFoundPages(results, limits.excludeDomains).filter(isNew(own));
  const ranked = preferDomains(others, run.author.preferDomains);
  const found = [...own, ...ranked.slice(0, maxSources)];
  const library = toLibrary(found);
  if (library.passages.length === 0) throw new AppError("no_sources");
  for (const source of library.sources) run.emit("source", source);
  return library;
}

/** The best of each query first, so that a cut leaves every query its share. */
function interleave(lists: ExaResult[][]): ExaResult[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, rank) =>
    lists.flatMap((list) => list[rank] ?? []),
  ).flat();
}

/** Numbers the sources that have something to cite: S1, S2, …, with their passages. */
function toLibrary(found: FoundSource[]): Library {
  const usable = found.filter(({ text }) => splitPassages("S0", text).length > 0);
  const sources = usable.map(({ text: _, ...found }, index): Source => {
    return { id: `S${index + 1}`, ...found };
  });
  const passages = usable.flatMap(({ text }, index) => splitPassages(`S${index + 1}`, text));
  return { sources, passages };
}
