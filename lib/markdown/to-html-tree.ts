import type { Root as HtmlRoot } from "hast";
import type { Root } from "mdast";
import { type Handlers, toHast } from "mdast-util-to-hast";
import type { Direction } from "../text/text-direction";
import { markDirection } from "./mark-direction";

/**
 * A syntax tree as HTML (hast), with the direction of each block that runs another way than its
 * surroundings. Whoever shows it cleans it by a schema of their own.
 */
export function toHtmlTree(
  tree: Root,
  { direction, handlers = {} }: { direction: Direction; handlers?: Handlers },
): HtmlRoot {
  markDirection(tree, direction);
  const html = toHast(tree, { handlers });
  return { type: "root", children: html.type === "root" ? html.children : [] };
}
