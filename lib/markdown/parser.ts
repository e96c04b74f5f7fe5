import MarkdownIt, { type StateBlock } from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import { READ_LIMITS } from "./read-limits";

/**
 * THE settings in which Markdown is read: CommonMark with GitHub's tables and double tildes, emphasis
 * as it is meant beside Chinese, Japanese and Korean signs. HTML is text, and an address that is no
 * link is one too. Definitions of links are none, since a mark of a citation could be taken for one.
 */
export const parser = openParser().use(cjkFriendly);
/** The same as most others read it, to whom emphasis beside such signs is often none. */
export const plainParser = openParser();

function openParser() {
  const opened = new MarkdownIt({ html: false, linkify: false, typographer: false });
  opened.disable("reference");
  /** Addresses are kept as they were written; whoever writes HTML encodes them. */
  opened.normalizeLink = (url) => url;
  opened.normalizeLinkText = (text) => text;
  opened.block.ruler.before("table", "bounded", readAsText, {
    alt: ["paragraph", "blockquote", "list"],
  });
  return opened;
}

/** What is nested too deep, or begins too wide a table, is a paragraph of text to its end. */
function readAsText(state: StateBlock, from: number, end: number, silent: boolean): boolean {
  const tooDeep = state.level >= READ_LIMITS.blockLevels;
  if (!tooDeep && !isTooWide(state, from, end)) return false;
  if (silent) return true;
  let to = from + 1;
  while (to < end && (tooDeep || !state.isEmpty(to))) to += 1;
  state.line = to;
  state.push("paragraph_open", "p", 1).map = [from, to];
  const inline = state.push("inline", "", 0);
  inline.content = "";
  inline.map = [from, to];
  const text = state.getLines(from, to, state.blkIndent, false).trim();
  inline.children = [Object.assign(new state.Token("text", "", 0), { content: text })];
  state.push("paragraph_close", "p", -1);
  return true;
}

function isTooWide(state: StateBlock, from: number, end: number): boolean {
  if (from + 1 >= end || state.sCount[from + 1] === undefined) return false;
  const next = state.getLines(from + 1, from + 2, 0, false);
  return /^[-:|\s>]*$/.test(next) && next.split("|").length - 2 > READ_LIMITS.columns;
}
