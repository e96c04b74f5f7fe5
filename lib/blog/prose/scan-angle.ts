import type { Token } from "./open-scanner";

/** Elements whose content goes with them. */
const WITH_CONTENT = /^(script|style|iframe|svg|object|math|noscript|template)$/i;
const ELEMENT =
  /^(a|abbr|article|audio|b|base|big|blockquote|body|br|button|center|cite|code|col|colgroup|dd|del|details|dialog|div|dl|dt|em|embed|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|marquee|math|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|track|tt|u|ul|var|video|wbr)$/;
const MOST_TAG = 600;
const MOST_CONTENT = 4_000;

/**
 * Reads what begins with `<`. Tags of HTML, comments and addresses are removed; any other `<` that a
 * browser could take for a tag is escaped, so that `Array<string>` still reads as it was written.
 */
export function scanAngle(text: string, at: number, ended: boolean): Token {
  const rest = text.slice(at, at + MOST_CONTENT + MOST_TAG);
  const next = rest[1];
  if (next === undefined) return ended ? { length: 1, out: "<" } : null;
  if (/[\s\d=-]/.test(next)) return { length: 1, out: "<" };
  if (rest.startsWith("<!")) return scanComment(rest, ended);
  const tag = /^<[^<>]{0,600}>/.exec(rest)?.[0];
  if (!tag) return !ended && /^<[^<>]{0,600}$/.test(rest) ? null : ESCAPED;
  if (/^<[a-z][a-z0-9+.-]*:[^\s<>]*>$/i.test(tag)) return { length: tag.length, out: "" };
  const name = /^<\/?([a-z][a-z0-9-]*)(?=[\s/>])/i.exec(tag)?.[1] ?? "";
  const isElement = ELEMENT.test(name) || ELEMENT.test(name.replace(/^[A-Z\d]+$/, toLower));
  if (!isElement && !WITH_CONTENT.test(name)) return ESCAPED;
  if (!WITH_CONTENT.test(name) || tag.startsWith("</")) return { length: tag.length, out: "" };
  return scanContent(rest, { tag, name, ended });
}

const ESCAPED = { length: 1, out: "&lt;" };

function scanComment(rest: string, ended: boolean): Token {
  if ("<!--".startsWith(rest.slice(0, 4)) && rest.length < 4) return ended ? ESCAPED : null;
  const comment = /^<!--[\s\S]*?-->/.exec(rest.slice(0, MOST_CONTENT))?.[0];
  if (comment) return { length: comment.length, out: "" };
  const open = rest.startsWith("<!--") && rest.length < MOST_CONTENT && !ended;
  return open ? null : ESCAPED;
}

/** A script and its like go with what they hold; unclosed ones lose their tag. */
function scanContent(
  rest: string,
  { tag, name, ended }: { tag: string; name: string; ended: boolean },
): Token {
  const limited = rest.slice(0, MOST_CONTENT);
  const end = new RegExp(`</${name}\\s*>`, "i").exec(limited);
  if (end) return { length: end.index + end[0].length, out: "" };
  return limited.length < MOST_CONTENT && !ended ? null : { length: tag.length, out: "" };
}

function toLower(name: string): string {
  return name.toLowerCase();
}
