import type { OutlineItem } from "../schema";

/** A section as an outline names it: without its text, and with a length only where one was asked for. */
export function toOutlineItem({ id, heading, sourceIds, words }: OutlineItem): OutlineItem {
  return { id, heading, sourceIds, ...(words === undefined ? {} : { words }) };
}
