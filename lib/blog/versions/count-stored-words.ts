import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** Words of all sections of a whole document, without their citation marks; counted where the documents are. */
export const countStoredWords = (document: AnyPgColumn): SQL<number> => sql<number>`(
  SELECT count(*) FROM jsonb_array_elements(${document}->'sections') AS section,
  regexp_matches(regexp_replace(section->>'markdown', '\\[\\^S[0-9]+\\.p[0-9]+\\]', '', 'g'), '\\S*\\w\\S*', 'g')
)`;
