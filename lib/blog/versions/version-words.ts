import "server-only";
import { sql } from "drizzle-orm";
import { postVersions } from "@/drizzle/schema/posts";

/** Words of all sections of a whole version, without their citation marks; counted where the documents are. */
export const VERSION_WORDS = sql<number>`(
  SELECT count(*) FROM jsonb_array_elements(${postVersions.document}->'sections') AS section,
  regexp_matches(regexp_replace(section->>'markdown', '\\[\\^S[0-9]+\\.p[0-9]+\\]', '', 'g'), '\\S*\\w\\S*', 'g')
)`;
