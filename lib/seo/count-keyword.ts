const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * How often a keyword stands in a text, as whole words where its script parts words. Case, hyphens
 * and a plural ending do not matter. 0 for an empty keyword.
 */
export function countKeyword(text: string, keyword: string): number {
  const wanted = normalize(keyword);
  if (!/[\p{L}\p{N}]/u.test(wanted)) return 0;
  const first = UNSPACED.test(wanted.charAt(0)) ? "" : "(?<![\\p{L}\\p{N}])";
  const last = UNSPACED.test(wanted.charAt(wanted.length - 1)) ? "" : "(?![\\p{L}\\p{N}])";
  const plural = /[a-z]$/.test(wanted) ? "(?:e?s)?" : "";
  const pattern = new RegExp(`${first}${escapePattern(wanted)}${plural}${last}`, "gu");
  return normalize(text).match(pattern)?.length ?? 0;
}

/** True when a text names the keyword. */
export function hasKeyword(text: string, keyword: string): boolean {
  return countKeyword(text, keyword) > 0;
}

function normalize(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(/[’‘]/g, "'")
    .replace(/[\s\u2010-\u2015_-]+/g, " ")
    .trim();
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
