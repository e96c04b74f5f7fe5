import type { Post } from "../../blog/schema";
import { plainLine } from "../plain-line";
import { escapeHtml } from "./escape-html";

/** What stands in the head of an exported page: the title and the description it is found by. */
export function writeHead({ document }: Post): string {
  const title = plainLine(document.seo?.title ?? "") || plainLine(document.title);
  const description = plainLine(document.seo?.description ?? "");
  const meta =
    description === "" ? "" : `\n<meta name="description" content="${escapeHtml(description)}">`;
  return `<title>${escapeHtml(title)}</title>${meta}`;
}
