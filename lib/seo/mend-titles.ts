import { capitalize } from "../text/capitalize";
import { cleanProposedLine } from "../text/clean-proposed-line";
import { cutAtWord } from "../text/cut-at-word";
import { hasKeyword } from "./count-keyword";
import { SEO_LIMITS } from "./schema";

/** What titles are made from where a model proposed too few. */
type TitleSources = { keyword: string; headings: readonly string[]; language: string | null };

/** Five different titles that fit and name the keyword: the proposed ones first, mended. */
export function mendTitles(
  proposed: readonly string[],
  { keyword, headings, language }: TitleSources,
): string[] {
  const made = language === "en" ? describeInEnglish(keyword) : [];
  const titles: string[] = [];
  for (const text of [...proposed, ...made, ...headings]) {
    const title = fitTitle(text, keyword);
    if (title && !includes(titles, title)) titles.push(title);
  }
  for (let number = 1; titles.length < SEO_LIMITS.titles; number += 1) {
    const title = number === 1 ? capitalize(keyword) : `${capitalize(keyword)} ${number}`;
    if (!includes(titles, title)) titles.push(title);
  }
  return titles.slice(0, SEO_LIMITS.titles);
}

/** A title of at most `SEO_LIMITS.title` characters that names the keyword; empty where the text has no words. */
export function fitTitle(text: string, keyword: string): string {
  const clean = cleanProposedLine(text);
  if (!/[\p{L}\p{N}]/u.test(clean)) return "";
  const cut = cutAtWord(clean, SEO_LIMITS.title);
  if (hasKeyword(cut, keyword)) return cut;
  const led = cutAtWord(`${capitalize(keyword)}: ${clean}`, SEO_LIMITS.title);
  return hasKeyword(led, keyword) ? led : capitalize(keyword);
}

function describeInEnglish(keyword: string): string[] {
  const name = capitalize(keyword);
  return [
    `${name}: a practical guide`,
    `What to know about ${keyword}`,
    `${name}, explained`,
    `A short guide to ${keyword}`,
    `${name}: the essentials`,
  ].filter((title) => title.length <= SEO_LIMITS.title);
}

function includes(titles: readonly string[], title: string): boolean {
  return titles.some((other) => other.toLowerCase() === title.toLowerCase());
}
