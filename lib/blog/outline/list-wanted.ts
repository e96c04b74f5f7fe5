import type { GenerateBody } from "../schema";

/** A heading that a user gave with the request, and the words that its section should have. */
type Wanted = { heading: string; words?: number | undefined };

/** The outline of a request, however its headings were given. */
export function listWanted(outline: NonNullable<GenerateBody["outline"]>): Wanted[] {
  return outline.map((item) => (typeof item === "string" ? { heading: item } : item));
}
