import "server-only";
import { callExa } from "../../calls/call-exa";
import type { Caller } from "../../calls/caller";
import type { ExaResult } from "../../providers/read-exa-answer";
import { cutText } from "../../text/cut-text";
import { plainText } from "../../text/plain-text";
import { type Competitor, competitor } from "./schema";

const MOST = 8;
const RESULTS = 12;

/**
 * Companies that write about the same, by one search of Exa. The user's own domain is taken out here:
 * a search for companies takes no domains to leave out.
 */
export async function findCompetitors(
  caller: Caller,
  { description, ownUrl }: { description: string; ownUrl: string | undefined },
): Promise<Competitor[]> {
  const query = cutText(`Companies that publish for the same readers: ${description}`, 800);
  const results = await callExa(caller, {
    query,
    type: "auto",
    numResults: RESULTS,
    maxCharacters: 1_000,
    category: "company",
  });
  const seen = new Set(ownUrl ? [domainOf(ownUrl)] : []);
  return results.flatMap((result) => toCompetitor(result, seen)).slice(0, MOST);
}

/** A host without `www.`; pages below it belong to the same company. */
function domainOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "").toLowerCase() : "";
}

function toCompetitor(result: ExaResult, seen: Set<string>): Competitor[] {
  const domain = domainOf(result.url);
  const known = [...seen].some((own) => domain === own || domain.endsWith(`.${own}`));
  const parsed = competitor.safeParse({
    name: nameCompany(result.title ?? "", domain),
    url: result.url,
    highlights: (result.highlights ?? [])
      .map((words) => cutText(plainText(words), 600))
      .filter((words) => words !== "")
      .slice(0, 4),
  });
  if (known || !parsed.success) return [];
  seen.add(domain);
  return [parsed.data];
}

/** The part of a title that the domain confirms: anybody can put any words into a title. */
function nameCompany(title: string, domain: string): string {
  const letters = (words: string) => words.toLowerCase().replace(/[^a-z0-9]/g, "");
  const parts = plainText(title).split(/\s*[|·–—:-]\s+/);
  const host = letters(domain);
  return parts.find((part) => letters(part).length > 2 && host.includes(letters(part))) ?? domain;
}
