import { readPostText } from "../../seo/read-post-text";
import type { PostDocument } from "../schema";

/** A section as it is read and quoted: its words, without marks, markup and code. */
export type ReadSection = { id: string; text: string };

/** The words of each section of a post. Pure. */
export function readSections({ sections }: PostDocument): ReadSection[] {
  return readPostText(sections).sections.map(({ section, blocks }) => ({
    id: section.id,
    text: blocks
      .filter(({ kind }) => kind !== "code")
      .map((block) => block.text)
      .join("\n\n"),
  }));
}
