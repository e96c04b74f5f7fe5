import type { BlogPosting, CreativeWork, ImageObject, WithContext } from "schema-dts";
import { numberCitations } from "../blog/citations/number-citations";
import type { PostDocument } from "../blog/schema";
import { mendSeo } from "./mend-seo";
import { readPostText } from "./read-post-text";
import type { Seo } from "./schema";

/** What is known of a page beside its post. Times are ISO 8601; `address` is where it is live, if it is. */
export type PageFacts = {
  address?: string | null | undefined;
  publishedAt?: string | null | undefined;
  modifiedAt?: string | null | undefined;
};

/** What a page says of itself to search engines and to whoever shares it. */
export type PostMetadata = {
  title: string;
  description: string;
  /** The one address that the page is known by; null where only its site knows it. */
  canonical: string | null;
  openGraph: { property: string; content: string }[];
  twitter: { name: string; content: string }[];
  jsonLd: WithContext<BlogPosting>;
};

/**
 * Open Graph and Twitter tags and the `BlogPosting` of a post; without a listing, from its own words.
 * Where its author names no canonical address it is the one where it is live, if it is; where they
 * name no picture, the site has its own. Pure.
 */
export function describeMetadata(document: PostDocument, facts: PageFacts = {}): PostMetadata {
  const seo = document.seo ?? mendSeo(undefined, document);
  const { title, description, tags, picture } = seo;
  const canonical = seo.canonical ?? facts.address ?? null;
  const published = facts.publishedAt ?? undefined;
  const modified = facts.modifiedAt ?? published;
  return {
    title,
    description,
    canonical,
    openGraph: [
      { property: "og:type", content: "article" },
      { property: "og:title", content: title },
      { property: "og:description", content: description },
      ...(published ? [{ property: "article:published_time", content: published }] : []),
      ...(modified ? [{ property: "article:modified_time", content: modified }] : []),
      ...tags.map((tag) => ({ property: "article:tag", content: tag })),
      ...(canonical ? [{ property: "og:url", content: canonical }] : []),
      ...namePicture(picture).map(([name, content]) => ({ property: `og:${name}`, content })),
    ],
    twitter: [
      { name: "twitter:card", content: picture ? "summary_large_image" : "summary" },
      { name: "twitter:title", content: title },
      { name: "twitter:description", content: description },
      ...namePicture(picture).map(([name, content]) => ({ name: `twitter:${name}`, content })),
    ],
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "BlogPosting",
      headline: document.title,
      alternativeHeadline: title,
      description,
      keywords: [...tags],
      ...describeText(document),
      ...(canonical ? { url: canonical, mainEntityOfPage: canonical } : {}),
      ...(picture ? { image: describePicture(picture) } : {}),
      ...(published ? { datePublished: published } : {}),
      ...(modified ? { dateModified: modified } : {}),
      citation: listCited(document),
    },
  };
}

type Picture = NonNullable<Seo["picture"]>;

function namePicture(picture: Picture | undefined): [name: string, content: string][] {
  if (!picture) return [];
  const { url, alt } = picture;
  return [["image", url], ...(alt === "" ? [] : [["image:alt", alt] as [string, string]])];
}

function describePicture({ url, alt }: Picture): ImageObject {
  return { "@type": "ImageObject", url, ...(alt === "" ? {} : { caption: alt }) };
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
