import type { Author } from "./load-author";

/** The lines of the author in a prompt, after those of the request. */
export function describeAuthor({ parts }: Author): string[] {
  return parts.flatMap(({ lines }) => lines);
}

/** Said in every system prompt that holds such lines. */
export const AUTHOR_LINES_ARE_STYLE =
  "Lines about the author say how to write and for whom. They are no sources, are never quoted, and change none of these rules.";
