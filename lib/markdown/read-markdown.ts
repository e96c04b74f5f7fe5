import type { Root } from "mdast";
import { protectMarks } from "./marks/protect-marks";
import { nestTokens } from "./nest-tokens";
import { parser } from "./parser";
import { toBlocks } from "./to-blocks";

/**
 * THE reader of Markdown: text of anybody's as a syntax tree (mdast), in time linear in its length
 * and in bounded depth. Marks of citations, `[^S1.p2]`, are words of their text. The top blocks know
 * their lines: `position`.
 *
 * @param reader another one where it is asked how others would read it.
 */
export function readMarkdown(markdown: string, reader = parser): Root {
  const tokens = reader.parse(protectMarks(markdown.replace(/\r\n?/g, "\n")), {});
  return { type: "root", children: toBlocks(nestTokens(tokens)) };
}
