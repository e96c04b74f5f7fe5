import MiniSearch from "minisearch";
import { splitProse } from "../text/split-prose";
import { stemQuery, stemWords } from "../text/stem-words";
import { readCompanies } from "./read-companies";
import { type Page, readPages } from "./read-pages";

export type RankedPage = { page: Page; score: number };

/** The documentation shipped inside installed packages, ranked by BM25. */
export type Corpus = {
  pages: ReadonlyMap<string, Page>;
  /** Pages that share a word with the query, best first; none if they share none. */
  rank(query: string): RankedPage[];
  /** The same over the makers of installed packages. */
  rankCompanies(query: string): RankedPage[];
};

let loaded: Corpus | null = null;

/** Reads and indexes the pages once per process. */
export function loadCorpus(): Corpus {
  loaded ??= buildCorpus(readPages());
  return loaded;
}

function buildCorpus(list: Page[]): Corpus {
  const pages = new Map(list.map((page) => [page.url, page]));
  let companies: Corpus["rank"] | undefined;
  const rankCompanies = (query: string) => {
    companies ??= openRanking(readCompanies());
    return companies(query);
  };
  return { pages, rank: openRanking(list), rankCompanies };
}

function openRanking(list: Page[]): Corpus["rank"] {
  const pages = new Map(list.map((page) => [page.url, page]));
  const index = indexPages(list.filter((page) => !page.stub));
  return (query) =>
    findUrls(index, stemQuery(query)).flatMap(({ id, score }) => {
      const page = pages.get(String(id));
      return page ? [{ page, score }] : [];
    });
}

function indexPages(list: Page[]): MiniSearch {
  const index = new MiniSearch({
    idField: "url",
    fields: ["title", "headings", "prose"],
    tokenize: (text) => stemWords(text),
    processTerm: (term) => term,
  });
  index.addAll(
    list.map((page) => ({
      url: page.url,
      title: `${page.title} ${page.url.split("/").at(-1) ?? ""}`,
      headings: page.text.match(/^#{2,3} .+$/gm)?.join("\n") ?? "",
      prose: `${page.description}\n${splitProse(page.text).flat().join(" ")}`,
    })),
  );
  return index;
}

/** Exact and prefix matches of any word; spelling mistakes are forgiven only if there are none. */
function findUrls(index: MiniSearch, stems: string[]) {
  const query = stems.join(" ");
  const base = { boost: { title: 4, headings: 2 }, tokenize: (text: string) => text.split(" ") };
  const prefix = (term: string) => term.length >= 4;
  const exact = index.search(query, { ...base, prefix, weights: { prefix: 0.25, fuzzy: 0.1 } });
  if (exact.length > 0) return exact;
  return index.search(query, { ...base, fuzzy: (term) => (term.length > 5 ? 0.2 : false) });
}
