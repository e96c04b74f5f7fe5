import type { BlogPosting, CreativeWork, WithContext } from "schema-dts";
import { numberCitations } from "../blog/citations/number-citations";
import type { PostDocument } from "../blog/schema";
import { mendSeo } from "./mend-seo";
import { readPostText } from "./read-post-text";

/** Times are ISO 8601. */
export type PostTimes = {
  publishedAt?: string | null | undefined;
  modifiedAt?: string | null | undefined;
};

/** What a page says of itself to search engines and to whoever shares it. */
export type PostMetadata = {
  title: string;
  description: string;
  openGraph: { property: string; content: string }[];
  twitter: { name: string; content: string }[];
  jsonLd: WithContext<BlogPosting>;
};

/**
 * Open Graph and Twitter tags and the `BlogPosting` of a post; without a listing, from its own words.
 * The canonical address is left to whoever publishes: only the site knows it. So is the image. Pure.
 */
export function describeMetadata(document: PostDocument, times: PostTimes = {}): PostMetadata {
  const seo = document.seo ?? mendSeo(undefined, document);
  const { title, description, tags } = seo;
  const published = times.publishedAt ?? undefined;
  const modified = times.modifiedAt ?? published;
  return {
    title,
    description,
    openGraph: [
      { property: "og:type", content: "article" },
      { property: "og:title", content: title },
      { property: "og:description", content: description },
      ...(published ? [{ property: "article:published_time", content: published }] : []),
      ...(modified ? [{ property: "article:modified_time", content: modified }] : []),
      ...tags.map((tag) => ({ property: "article:tag", content: tag })),
    ],
    twitter: [
      { name: "twitter:card", content: "summary" },
      { name: "twitter:title", content: title },
      { name: "twitter:description", content: description },
    ],
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "BlogPosting",
      headline: document.title,
      alternativeHeadline: title,
      description,
      keywords: [...tags],
      ...describeText(document),
      ...(published ? { datePublished: published } : {}),
      ...(modified ? { dateModified: modified } : {}),
      citation: listCited(document),
    },
  };
}

function describeText(document: PostDocument) {
  const { words, minutes, language } = readPostText(document.sections);
  const headings = document.sections.map(({ heading }) => heading);
  return {
    ...(language ? { inLanguage: language } : {}),
    wordCount: words,
    timeRequired: `PT${minutes}M`,
    articleSection: headings,
  };
}

/** The sources in the order in which a reader meets them, each once. */
function listCited(document: PostDocument): CreativeWork[] {
  const ids = [...new Set(numberCitations(document).map(({ sourceId }) => sourceId))];
  return ids.flatMap((id): CreativeWork[] => {
    const citation = document.citations.find(({ sourceId }) => sourceId === id);
    const source = document.sources.find((known) => known.id === id);
    if (!citation) return [];
    return [
      {
        "@type": "CreativeWork",
        name: citation.title,
        ...(citation.url ? { url: citation.url } : {}),
        ...(source?.publishedAt ? { datePublished: source.publishedAt } : {}),
      },
    ];
  });
}
