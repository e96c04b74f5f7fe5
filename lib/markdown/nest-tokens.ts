import type { Token } from "markdown-it";
import { READ_LIMITS } from "./read-limits";

/** A token with what stands between it and the one that closes it. */
export type Nested = { token: ReadToken; children: Nested[] };
/** What is read of a token. */
type ReadToken = Pick<
  Token,
  "type" | "tag" | "attrs" | "map" | "children" | "content" | "markup" | "info" | "hidden"
>;

/** Tokens as a tree. Marks that are nested too deep are the signs they were written with. */
export function nestTokens(tokens: readonly Token[], most = Number.POSITIVE_INFINITY): Nested[] {
  const root: Nested[] = [];
  const open: Nested[][] = [root];
  let ignored = 0;
  for (const token of tokens) {
    const siblings = open.at(-1) ?? root;
    const tooDeep = token.nesting === 1 ? open.length > most : ignored > 0;
    if (token.nesting === 0) siblings.push({ token, children: [] });
    else if (tooDeep) {
      ignored += token.nesting;
      siblings.push({ token: toText(token), children: [] });
    } else if (token.nesting === 1) {
      const nested: Nested = { token, children: [] };
      siblings.push(nested);
      open.push(nested.children);
    } else open.pop();
  }
  return root;
}

/** The tokens within a mark: marks deeper than the limit are words. */
export function nestMarks(tokens: readonly Token[]): Nested[] {
  return nestTokens(tokens, READ_LIMITS.markLevels);
}

function toText({ markup }: Token): ReadToken {
  const empty = { tag: "", attrs: null, map: null, children: null, info: "", hidden: false };
  return { ...empty, type: "text", content: markup, markup: "" };
}
