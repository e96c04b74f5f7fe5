import type { z } from "zod";
import type { Corpus } from "../corpus/load-corpus";
import type { Page } from "../corpus/read-pages";
import { stemWords } from "../text/stem-words";
import { pricePages } from "./price-request";
import { renderResult } from "./render-result";
import type { ContentsBody } from "./schema";

type ContentsInput = z.infer<typeof ContentsBody>;

/** `POST /contents`: pages by URL. A URL that cannot be read fails inside the 200, in `statuses`. */
export function readContents(corpus: Corpus, input: ContentsInput) {
  const asked = input.urls ?? input.ids ?? [];
  const found = asked.flatMap((id) => {
    const page = findPage(corpus, normalizeUrl(id));
    return page ? [{ id, page }] : [];
  });
  const results = found.map(({ id, page }) => renderPage(corpus, input, id, page));
  const pages = results.reduce((sum, result) => sum + 1 + (result.subpages?.length ?? 0), 0);
  const known = new Set(found.map(({ id }) => id));
  return {
    results,
    statuses: asked.map((id) => statusOf(id, known.has(id))),
    costDollars: pricePages(pages),
  };
}

function renderPage(corpus: Corpus, input: ContentsInput, id: string, page: Page) {
  // The API returns text unless another part is asked for.
  const parts = input.highlights || input.summary ? input : { text: true, ...input };
  const result = { ...renderResult(page, parts, page.title), ...listLinks(id, input), id, url: id };
  if (input.subpages === 0) return result;
  const subpages = listSubpages(corpus, page, input);
  return { ...result, subpages: subpages.map((sub) => renderResult(sub, parts, sub.title)) };
}

/** The front page of a site is that of its documentation. */
function findPage(corpus: Corpus, url: string): Page | undefined {
  return corpus.pages.get(url) ?? corpus.pages.get(`${url.replace("://www.", "://")}/docs`);
}

/** Links as the front page of such a site has them: the corpus keeps none. */
function listLinks(url: string, { extras }: ContentsInput) {
  if (!extras || extras.links === 0) return {};
  const { origin, hostname } = new URL(url);
  const name = hostname.split(".").at(-2) ?? hostname;
  const links = [
    `${origin}/blog`,
    `https://x.com/${name}`,
    `https://github.com/${name}`,
    `https://www.linkedin.com/company/${name}`,
  ];
  return { extras: { links: links.slice(0, extras.links) } };
}

/** Pages below this one, those about the target first. */
function listSubpages(corpus: Corpus, page: Page, input: ContentsInput): Page[] {
  const wanted = new Set(stemWords([input.subpageTarget ?? []].flat().join(" ")));
  const hits = (sub: Page) =>
    stemWords(`${sub.title} ${sub.url}`).filter((stem) => wanted.has(stem)).length;
  return [...corpus.pages.values()]
    .filter((sub) => sub.url.startsWith(`${page.url}/`))
    .sort((a, b) => hits(b) - hits(a))
    .slice(0, input.subpages);
}

function statusOf(id: string, known: boolean) {
  if (known) return { id, status: "success", source: "cached" };
  return { id, status: "error", error: { tag: "CRAWL_NOT_FOUND", httpStatusCode: 404 } };
}

function normalizeUrl(url: string): string {
  return url.replace(/[#?].*$/, "").replace(/\/$/, "");
}
