import { mendLevels } from "../markdown/mend-levels";
import { capitalize } from "../text/capitalize";
import { cutAtWord } from "../text/cut-at-word";
import { makeSlug } from "../text/make-slug";
import { chooseSlug } from "./choose-slug";
import { hasKeyword } from "./count-keyword";
import { mendDescription, quotableSentences } from "./mend-description";
import { mendSeo } from "./mend-seo";
import { mendTags } from "./mend-tags";
import { mendTitles } from "./mend-titles";
import type { Subject } from "./parts/check";
import type { Seo } from "./schema";
import { SEO_LIMITS, type SeoFix, type SeoFixOption } from "./schema";

/** How many headings are offered to take the keyword. */
const MOST_HEADINGS = 3;

/** A whole listing from the post's own words. */
export function fixListing({ document }: Subject): SeoFix {
  const seo = mendSeo(undefined, document);
  const after = `${seo.title}\n${seo.description}\n${seo.slug}\n${seo.tags.join(", ")}`;
  return { kind: "listing", options: [{ before: "", after, change: { seo } }] };
}

/** Each of the titles that fit and name the keyword. */
export function fixTitle(subject: Subject): SeoFix | undefined {
  return changeListing(subject, "title", (seo) =>
    listTitles(subject, seo).map((title) => ({
      before: seo.title,
      after: title,
      change: { seo: { ...seo, title } },
    })),
  );
}

/** The same titles for the heading of the post itself. */
export function fixPostTitle(subject: Subject): SeoFix | undefined {
  const before = subject.document.title;
  return changeListing(subject, "title", (seo) =>
    listTitles(subject, seo).map((title) => ({ before, after: title, change: { title } })),
  );
}

/** The description cut, completed or led by the keyword. */
export function fixDescription(subject: Subject): SeoFix | undefined {
  return changeListing(subject, "description", (seo) => {
    const sentences = quotableSentences(subject.body.text);
    const description = mendDescription(seo.description, { keyword: subject.keyword, sentences });
    const change = { seo: { ...seo, description } };
    return [{ before: seo.description, after: description, change }];
  });
}

/** A slug of the keyword and what the slug said. */
export function fixSlug(subject: Subject): SeoFix | undefined {
  return changeListing(subject, "slug", (seo) => {
    const slug = chooseSlug([`${subject.keyword} ${seo.slug}`], new Set());
    return makeSlug(subject.keyword, SEO_LIMITS.slug) === ""
      ? []
      : [{ before: seo.slug, after: slug, change: { seo: { ...seo, slug } } }];
  });
}

/** Three to eight tags. */
export function fixTags(subject: Subject): SeoFix | undefined {
  return changeListing(subject, "tags", (seo) => {
    const headings = subject.document.sections.map(({ heading }) => heading);
    const tags = mendTags(seo.tags, { keywords: [subject.keyword], headings });
    const change = { seo: { ...seo, tags } };
    return [{ before: seo.tags.join(", "), after: tags.join(", "), change }];
  });
}

/** The keyword before one of the headings, whichever is chosen. */
export function fixHeadingKeyword({ document, keyword }: Subject): SeoFix | undefined {
  const options = document.sections.map(({ id, heading }): SeoFixOption => {
    const led = `${capitalize(keyword)}: ${heading}`;
    return { before: heading, after: led, change: { sections: [{ id, heading: led }] } };
  });
  return toFix(
    "heading",
    options.filter(({ after }) => after.length <= SEO_LIMITS.heading).slice(0, MOST_HEADINGS),
  );
}

/** Headings that are too long, cut at a clause or a word. */
export function fixHeadingLength({ document }: Subject): SeoFix | undefined {
  const long = document.sections.filter(({ heading }) => heading.length > SEO_LIMITS.heading);
  const sections = long.map(({ id, heading }) => ({ id, heading: cutHeading(heading) }));
  const before = long.map(({ heading }) => heading).join("\n");
  const after = sections.map(({ heading }) => heading).join("\n");
  return toFix("heading", long.length === 0 ? [] : [{ before, after, change: { sections } }]);
}

/** Inner headings at levels that follow on each other. */
export function fixLevels({ document }: Subject): SeoFix | undefined {
  const options = document.sections.flatMap(({ id, markdown }) => {
    const mended = mendLevels(markdown);
    return mended === markdown ? [] : [{ id, markdown, mended }];
  });
  if (options.length === 0) return undefined;
  const headingsOf = (text: string) => text.split("\n").filter((line) => /^ {0,3}#/.test(line));
  const before = options.flatMap(({ markdown }) => headingsOf(markdown)).join("\n");
  const after = options.flatMap(({ mended }) => headingsOf(mended)).join("\n");
  const sections = options.map(({ id, mended }) => ({ id, markdown: mended }));
  return toFix("text", [{ before, after, change: { sections } }]);
}

function cutHeading(heading: string): string {
  const clauses = heading.split(/(?<=[:;,.!?–—])\s+/);
  let kept = "";
  for (const clause of clauses) {
    const longer = kept === "" ? clause : `${kept} ${clause}`;
    if (longer.length > SEO_LIMITS.heading) break;
    kept = longer;
  }
  const whole = kept.replace(/[\s:;,–—]+$/, "");
  return whole.length >= 15 ? whole : cutAtWord(heading, SEO_LIMITS.heading);
}

function listTitles({ document, body, keyword }: Subject, seo: Seo): string[] {
  const fitting = seo.titles.filter(
    (title) => title.length <= SEO_LIMITS.title && hasKeyword(title, keyword),
  );
  const headings = document.sections.map(({ heading }) => heading);
  const proposed = [...fitting, seo.title, document.title];
  return mendTitles(proposed, { keyword, headings, language: body.language });
}

function changeListing(
  { seo, keyword }: Subject,
  kind: SeoFix["kind"],
  options: (seo: Seo) => SeoFixOption[],
): SeoFix | undefined {
  return seo && keyword ? toFix(kind, options(seo)) : undefined;
}

function toFix(kind: SeoFix["kind"], options: SeoFixOption[]): SeoFix | undefined {
  const changing = options.filter(({ before, after }) => before !== after);
  return changing.length > 0 ? { kind, options: changing } : undefined;
}
