import { fromHtml } from "hast-util-from-html";
import { textOf } from "../write-html";

/** The words of a title or a name, which WordPress keeps as HTML, entities of every kind decoded. */
export function decodeEntities(html: string): string {
  return textOf(fromHtml(html, { fragment: true }));
}
