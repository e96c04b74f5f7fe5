import "server-only";

/** How many places of a text are tried as the beginning of its JSON. */
const MOST_TRIES = 20;

/**
 * The JSON of an answer; undefined for anything else. A byte order mark, the notices that a PHP
 * plugin prints, and a comment of a cache may stand around it.
 */
export function readJson(text: string): unknown {
  const trimmed = text.replace(/^[\uFEFF\s]+/, "");
  const whole = parse(trimmed);
  if (whole !== undefined) return whole;
  const end = Math.max(trimmed.lastIndexOf("}"), trimmed.lastIndexOf("]")) + 1;
  const starts = [...trimmed.slice(0, end).matchAll(/[{[](?=\s*["{[\]}])/g)].slice(0, MOST_TRIES);
  for (const { index } of starts) {
    const found = parse(trimmed.slice(index, end));
    if (found !== undefined) return found;
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
