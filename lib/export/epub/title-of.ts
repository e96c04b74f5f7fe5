import type { Post } from "../../blog/schema";
import { plainLine } from "../../text/plain-line";

/** The title of a post as a book, which has to have one. */
export function titleOf({ document }: Post): string {
  return plainLine(document.title) || "Untitled";
}
