import { readPostText } from "../../seo/read-post-text";
import type { PostDocument } from "../schema";

/** A document as the row of its post keeps it: whole, with what the list of posts says of it. Pure. */
export function toColumns(document: PostDocument) {
  return { document, title: document.title, words: readPostText(document.sections).words };
}
