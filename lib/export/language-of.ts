import type { PostDocument } from "../blog/schema";
import { detectLanguage } from "../text/detect-language";
import { type Direction, mainDirection } from "../text/text-direction";

/** The language of a post's text, as HTML names it, and the way it runs; null where it cannot be told. */
export function languageOf({ sections }: Pick<PostDocument, "sections">): {
  language: string | null;
  direction: Direction;
} {
  const words = sections.map(({ markdown }) => markdown).join("\n");
  return { language: detectLanguage(words), direction: mainDirection(words) };
}
