/** Variables to set, or to remove when the value is null. */
export type EnvChanges = Record<string, string | null>;

/** Next expands `$` and a line break would add a variable, so a value may hold none of those. */
const SAFE_VALUE = /^[A-Za-z0-9_.:/+=-]+$/;

/**
 * An assignment as `dotenv` reads it: prefix, name, value, comment, line end. A quoted value may
 * span lines, and what looks like an assignment inside it is none.
 */
const ASSIGNMENT =
  /^([^\S\r\n]*(?:export[^\S\r\n]+)?)([\w.-]+)(?:[^\S\r\n]*=|:[^\S\r\n])[^\S\r\n]*(?:'(?:\\'|[^'])*'|"(?:\\"|[^"])*"|`(?:\\`|[^`])*`|[^#\r\n]*?)([^\S\r\n]*(?:#[^\r\n]*)?)(\r?\n|$)/gm;

/**
 * Sets or removes variables in the text of an env file. Comments, order, blank lines and all other
 * variables stay as they are; a variable that stands twice is left once.
 *
 * @throws Error when a value holds a character that could change the meaning of the file.
 */
export function editEnvText(text: string, changes: EnvChanges): string {
  requireSafe(changes);
  const pending = new Map(Object.entries(changes));
  const edited = text.replace(ASSIGNMENT, (line, prefix, name, comment, end) => {
    if (!Object.hasOwn(changes, name)) return line;
    const value = pending.get(name);
    pending.delete(name);
    return value ? `${prefix}${name}=${value}${comment}${end}` : "";
  });
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const added = [...pending].flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${value}${newline}`],
  );
  const gap = added.length > 0 && /[^\n]$/.test(edited) ? newline : "";
  return edited + gap + added.join("");
}

function requireSafe(changes: EnvChanges): void {
  const unsafe = Object.entries(changes).find(
    ([, value]) => value !== null && !SAFE_VALUE.test(value),
  );
  if (unsafe)
    throw new Error(`The value for ${unsafe[0]} has a character that an env file cannot hold.`);
}
