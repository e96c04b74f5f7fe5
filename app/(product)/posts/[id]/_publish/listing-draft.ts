import type { SiteListing } from "@/lib/integrations/schema";

/** What the fields of a listing hold, as they are typed; "" leaves a thing as it is. */
export type ListingDraft = {
  slug: string;
  excerpt: string;
  tags: string;
  categories: string;
  author: string;
  visibility: string;
  canonicalUrl: string;
  /** A picture that was chosen, and what it shows in words. */
  file: File | null;
  alt: string;
};
export const EMPTY_LISTING: ListingDraft = {
  ...{ slug: "", excerpt: "", tags: "", categories: "", author: "", visibility: "" },
  ...{ canonicalUrl: "", file: null, alt: "" },
};

/** What was chosen for the site before, in the fields. */
export function fillListing(listing: SiteListing): ListingDraft {
  const { tags = [], categories = [], picture, ...texts } = listing;
  return {
    ...EMPTY_LISTING,
    ...texts,
    tags: tags.join(", "),
    categories: categories.join(", "),
    alt: picture?.alt ?? "",
  };
}

/** The listing of a request: only what was filled in. */
export function toListing(draft: ListingDraft, pictureRef: string | undefined): SiteListing {
  const { file: _, alt, tags, categories, ...texts } = draft;
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== "");
  return {
    ...Object.fromEntries(filled),
    ...(tags.trim() ? { tags: toNames(tags) } : {}),
    ...(categories.trim() ? { categories: toNames(categories) } : {}),
    ...(pictureRef ? { picture: { ref: pictureRef, alt } } : {}),
  };
}

function toNames(text: string): string[] {
  const names = text.split(/[,、，]/).map((name) => name.trim());
  return [...new Set(names.filter(Boolean))];
}
