/** A finished field of a JSON object that is still arriving. */
export type Field = { name: string; value: unknown };

/**
 * Reads a JSON object as it arrives, and gives each of its fields once, as soon as it is complete.
 * Text that is no JSON object gives nothing; what stands before and behind the first object is skipped.
 */
export function openFieldReader(): (piece: string) => Field[] {
  let text = "";
  let given = 0;
  return (piece) => {
    text += piece;
    const complete = splitFields(text).flatMap(parseField);
    const fresh = complete.slice(given);
    given = complete.length;
    return fresh;
  };
}

/** The texts between the commas of the outermost object, without the one that is still open. */
function splitFields(text: string): string[] {
  const fields: string[] = [];
  const begin = Math.max(0, text.indexOf("{"));
  let [depth, start, inString] = [0, 0, false];
  for (let at = begin; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === "\\") at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") {
      depth += 1;
      if (depth === 1) start = at + 1;
    } else if (character === "}" || character === "]") {
      depth -= 1;
      if (depth === 0) return [...fields, text.slice(start, at)];
    } else if (character === "," && depth === 1) {
      fields.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return fields;
}

function parseField(text: string): Field[] {
  try {
    const object: Record<string, unknown> = JSON.parse(`{${text}}`);
    return Object.entries(object).map(([name, value]) => ({ name, value }));
  } catch {
    return [];
  }
}
