/** More beginnings than this are not tried: a reply is one object, or prose. */
const MOST_TRIES = 50;

/**
 * The JSON objects in a reply, in order: as it stands, in a fence, behind words, or one after the other.
 * A list is followed by what it holds: some models put the object they were asked for into one.
 */
export function readJson(text: string): unknown[] {
  const whole = parse(text);
  if (typeof whole === "string") return readJson(whole);
  if (whole !== undefined) return Array.isArray(whole) ? [whole, ...whole] : [whole];
  const found: unknown[] = [];
  let from = text.indexOf("{");
  for (let tries = 0; from >= 0 && tries < MOST_TRIES; tries += 1) {
    const end = findEnd(text, from);
    const value = end < 0 ? undefined : parse(text.slice(from, end));
    if (value !== undefined) found.push(value);
    from = text.indexOf("{", value === undefined ? from + 1 : end);
  }
  return found;
}

/** Where the object that begins at an index ends; -1 when it does not. Braces in strings do not count. */
function findEnd(text: string, from: number): number {
  let [depth, inString] = [0, false];
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === "\\") at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{") depth += 1;
    else if (character === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** Some models put raw control characters into strings, which JSON does not allow and nobody misses. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]/gu;

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(UNPRINTABLE, ""));
  } catch {
    return undefined;
  }
}
