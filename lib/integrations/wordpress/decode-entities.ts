import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";

/** The words of a title or a name, which WordPress keeps as HTML, entities of every kind decoded. */
export function decodeEntities(html: string): string {
  return textOf(fromHtml(html, { fragment: true }));
}
