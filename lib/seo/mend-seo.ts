import type { PostDocument } from "../blog/schema";
import { chooseKeyword } from "./choose-keyword";
import { chooseSlug } from "./choose-slug";
import { mendDescription, quotableSentences } from "./mend-description";
import { mendTags } from "./mend-tags";
import { mendTitles } from "./mend-titles";
import { readPostText } from "./read-post-text";
import type { Seo } from "./schema";
import { seoProposal } from "./schema";
import { slugNames } from "./slug-names";

/** Also what is no object at all. */
const anyProposal = seoProposal.catch(() => seoProposal.parse({}));

type MendOptions = {
  /** The slugs of the user's other posts. */
  taken?: ReadonlySet<string>;
  /** The keywords that the user asked for, the most important first. */
  keywords?: readonly string[];
};

/**
 * A valid listing from whatever a model proposed, or from nothing: title and options that name
 * the keyword, a description, a free slug and tags, as long and as many as `SEO_LIMITS` has it, and no
 * markup or address anywhere. Pure.
 */
export function mendSeo(
  proposal: unknown,
  document: PostDocument,
  { taken = new Set(), keywords = [] }: MendOptions = {},
): Seo {
  const given = anyProposal.parse(proposal);
  const body = readPostText(document.sections);
  const headings = document.sections.map(({ heading }) => heading);
  const place = { title: document.title, headings, body };
  const keyword = chooseKeyword(given.keyword, keywords, place);
  const proposed = [given.title, ...given.titles, document.title];
  const titles = mendTitles(proposed, { keyword, headings, language: body.language });
  const title = titles[0] ?? keyword;
  const sentences = [...quotableSentences(body.text), document.title, ...headings];
  return {
    keyword,
    title,
    titles,
    description: mendDescription(given.description, { keyword, sentences }),
    slug: chooseSlug([slugNames(given.slug, keyword) ? given.slug : "", title, keyword], taken),
    tags: mendTags(given.tags, { keywords: [keyword, ...keywords], headings }),
  };
}
