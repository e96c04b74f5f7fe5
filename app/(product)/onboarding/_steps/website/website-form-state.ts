import { type SitemapOverview, sitemapOverview } from "@/lib/onboarding/sitemap/schema";
import {
  PROFILE_FIELDS,
  WEBSITE_SOURCES,
  type WebsiteData,
  type WebsiteProfile,
} from "@/lib/onboarding/website/schema";

export type WebsiteSource = (typeof WEBSITE_SOURCES)[number];
type ListField = "patterns" | "guidelines" | "avoid";
/** The form as typed: lists as lines of text. */
export type WebsiteDraft = {
  source: WebsiteSource;
  url: string;
  pages: string;
  sample: string;
  business: string;
  profile: Record<keyof WebsiteProfile, string>;
  sitemap: SitemapOverview | null;
};

const EMPTY_PROFILE: WebsiteDraft["profile"] = {
  description: "",
  audience: "",
  writingStyle: "",
  brandVoice: "",
  contentType: "",
  patterns: "",
  guidelines: "",
  avoid: "",
};
const LISTS: readonly string[] = ["patterns", "guidelines", "avoid"] satisfies ListField[];

/** What the form begins with: the draft, else what was saved, else nothing. */
export function readWebsiteDraft(draft: unknown, data: unknown): WebsiteDraft {
  const stored = asRecord(draft ?? data);
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const source = WEBSITE_SOURCES.find((known) => known === stored.source) ?? "site";
  return {
    source,
    url: text(stored.url),
    pages: text(stored.pages),
    sample: text(stored.sample),
    business: text(stored.business),
    profile: { ...EMPTY_PROFILE, ...toTexts(asRecord(stored.profile)) },
    sitemap: sitemapOverview.safeParse(stored.sitemap).data ?? null,
  };
}

/** Fields of a profile as the form holds them; what is no text and no list is left out. */
export function toTexts(fields: Record<string, unknown>): Partial<WebsiteDraft["profile"]> {
  return Object.fromEntries(
    PROFILE_FIELDS.flatMap((name) => {
      const value = fields[name];
      if (typeof value === "string") return [[name, value]];
      return Array.isArray(value) ? [[name, value.join("\n")]] : [];
    }),
  );
}

/** The body of the request that completes the step. */
export function toWebsiteBody(draft: WebsiteDraft): unknown {
  const { source, url, sample, business, profile, sitemap } = draft;
  const fields = PROFILE_FIELDS.map((name) => [
    name,
    LISTS.includes(name) ? splitLines(profile[name]) : profile[name],
  ]);
  return {
    source,
    ...(source === "site" ? { url: normalizeUrl(url) } : {}),
    ...(source === "text" && sample.trim() ? { sample } : {}),
    ...(source === "business" && business.trim() ? { business } : {}),
    profile: Object.fromEntries(fields),
    sitemap: source === "site" ? sitemap : null,
  } satisfies Partial<Record<keyof WebsiteData, unknown>>;
}

/** The body of the request that analyses. */
export function toAnalyzeBody({ source, url, pages, sample, business }: WebsiteDraft): unknown {
  if (source === "text") return { sample };
  if (source === "business") return { business };
  return { url: normalizeUrl(url), pages: splitLines(pages).map(normalizeUrl) };
}

/** An address as people type it: without a scheme it is https. */
export function normalizeUrl(url: string): string {
  const bare = url.trim();
  return bare === "" || /^[a-z]+:\/\//i.test(bare) ? bare : `https://${bare}`;
}

function splitLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
