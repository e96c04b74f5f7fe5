import type { GenerateInput } from "@/lib/blog/schema";
import { LIMITS } from "@/lib/limits/registry";
import type { PostDraft } from "./post-draft";

type Material = Pick<PostDraft, "notes" | "pages">;

/** The user's notes and the pages they named, as the request has them; undefined without any. */
export function listOwnSources({ notes, pages }: Material): GenerateInput["sources"] {
  const text = notes.trim();
  const sources = [...(text ? [{ text }] : []), ...listPages(pages).map((url) => ({ url }))];
  return sources.length > 0 ? sources : undefined;
}

/** What is wrong with them, in a sentence for each field. */
export function findMaterialErrors({ notes, pages }: Material): Record<string, string> {
  const long = notes.trim().length > LIMITS.noteCharacters;
  const addresses = listPages(pages);
  const odd = addresses.find((url) => !isAddress(url));
  const room = LIMITS.ownSources - (notes.trim() ? 1 : 0);
  const many = addresses.length > room ? `Name at most ${room} pages.` : undefined;
  const wrong = odd === undefined ? many : `“${odd}” is no address of a page.`;
  return {
    ...(long
      ? { notes: `Notes have at most ${LIMITS.noteCharacters.toLocaleString("en-US")} characters.` }
      : {}),
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
  if (!URL.canParse(url) || url.length > LIMITS.addressCharacters) return false;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && hostname.includes(".");
}
