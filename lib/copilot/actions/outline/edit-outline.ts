import { AppError } from "../../../errors";

export const OUTLINE_CHANGES = ["add", "remove", "move", "merge", "rename", "split"] as const;
/** One change of an outline; `position` counts from 1. */
export type OutlineChange = {
  change: (typeof OUTLINE_CHANGES)[number];
  sectionId?: string | undefined;
  heading?: string | undefined;
  position?: number | undefined;
};
/** A section as far as its place and its words go. */
export type Part = { id: string; heading: string; markdown: string };

/**
 * An outline after one change. Pure: merging puts the next section's text behind this one's, splitting
 * cuts between two paragraphs, near the middle.
 *
 * @throws AppError `invalid` where a heading is missing; `not_found` where there is no such section.
 */
export function editOutline(parts: readonly Part[], wanted: OutlineChange): Part[] {
  if (wanted.change === "add") return insert(parts, makePart(parts, wanted, ""), wanted.position);
  const at = parts.findIndex(({ id }) => id === wanted.sectionId);
  const part = parts[at];
  if (!part) throw new AppError("not_found", { detail: "Say which section by its id." });
  const others = parts.filter(({ id }) => id !== part.id);
  switch (wanted.change) {
    case "remove":
      if (others.length > 0) return others;
      throw new AppError("invalid", { detail: "Keep at least one section." });
    case "move":
      return insert(others, part, wanted.position);
    case "rename":
      return parts.with(at, { ...part, heading: requireHeading(wanted) });
    case "merge":
      return merge(parts, at, part);
    default: {
      const [first, second] = cutInTwo(part.markdown);
      const rest = makePart(parts, wanted, second);
      return parts.toSpliced(at, 1, { ...part, markdown: first }, rest);
    }
  }
}

function insert(parts: readonly Part[], part: Part, position = parts.length + 1): Part[] {
  return parts.toSpliced(Math.max(0, position - 1), 0, part);
}

function merge(parts: readonly Part[], at: number, part: Part): Part[] {
  const next = parts[at + 1];
  if (!next) throw new AppError("invalid", { detail: "There is no section behind it to merge." });
  const markdown = [part.markdown, next.markdown].filter((text) => text.trim()).join("\n\n");
  return parts.toSpliced(at, 2, { ...part, markdown });
}

function makePart(parts: readonly Part[], wanted: OutlineChange, markdown: string): Part {
  let number = parts.length + 1;
  while (parts.some(({ id }) => id === `sec-${number}`)) number += 1;
  return { id: `sec-${number}`, heading: requireHeading(wanted), markdown };
}

function requireHeading({ heading }: OutlineChange): string {
  const text = heading?.trim();
  if (text) return text;
  throw new AppError("invalid", { detail: "Say the heading of the section." });
}

function cutInTwo(markdown: string): [string, string] {
  const paragraphs = markdown.split(/\n{2,}/);
  const middle = Math.ceil(paragraphs.length / 2);
  return [paragraphs.slice(0, middle).join("\n\n"), paragraphs.slice(middle).join("\n\n")];
}
