import type { GenerateInput } from "@/lib/blog/schema";
import type { PostDraft } from "./post-draft";

/** The most notes and pages of a user's own, and the most characters of a note. */
const MOST_SOURCES = 10;
const LONGEST_NOTE = 20_000;
const LONGEST_ADDRESS = 2_000;
type Material = Pick<PostDraft, "notes" | "pages">;

/** The user's notes and the pages they named, as the request has them; undefined without any. */
export function listOwnSources({ notes, pages }: Material): GenerateInput["sources"] {
  const text = notes.trim();
  const sources = [...(text ? [{ text }] : []), ...listPages(pages).map((url) => ({ url }))];
  return sources.length > 0 ? sources : undefined;
}

/** What is wrong with them, in a sentence for each field. */
export function findMaterialErrors({ notes, pages }: Material): Record<string, string> {
  const long = notes.trim().length > LONGEST_NOTE;
  const addresses = listPages(pages);
  const odd = addresses.find((url) => !isAddress(url));
  const room = MOST_SOURCES - (notes.trim() ? 1 : 0);
  const many = addresses.length > room ? `Name at most ${room} pages.` : undefined;
  const wrong = odd === undefined ? many : `“${odd}” is no address of a page.`;
  return {
    ...(long ? { notes: "Notes have at most 20,000 characters." } : {}),
    ...(wrong ? { pages: wrong } : {}),
  };
}

/** Addresses as typed, one a line or with spaces between; `example.org/page` means https. */
function listPages(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const whole = words.map((word) => (/^[a-z][a-z0-9+.-]*:/i.test(word) ? word : `https://${word}`));
  return [...new Set(whole)];
}

function isAddress(url: string): boolean {
  if (!URL.canParse(url) || url.length > LONGEST_ADDRESS) return false;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && hostname.includes(".");
}
