/** Variables to set, or to remove when the value is null. */
export type EnvChanges = Record<string, string | null>;

/** Next expands `$` and a line break would add a variable, so a value may hold none of those. */
const SAFE_VALUE = /^[A-Za-z0-9_.:/+=-]+$/;

/**
 * Sets or removes variables in the text of an env file. Comments, order, blank lines and all other
 * variables stay as they are; a variable that stands twice is left once.
 *
 * @throws Error when a value holds a character that could change the meaning of the file.
 */
export function editEnvText(text: string, changes: EnvChanges): string {
  const unsafe = Object.entries(changes).find(
    ([, value]) => value !== null && !SAFE_VALUE.test(value),
  );
  if (unsafe)
    throw new Error(`The value for ${unsafe[0]} has a character that an env file cannot hold.`);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const pending = new Map(Object.entries(changes));
  const kept = text.split(/\r?\n/).flatMap((line) => editLine(line, changes, pending));
  while (kept.at(-1) === "") kept.pop();
  const added = [...pending].flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${value}`],
  );
  const lines = [...kept, ...added];
  return lines.length > 0 ? lines.join(newline) + newline : "";
}

/** The line as it stands afterwards: none, one, unchanged or replaced at its first occurrence. */
function editLine(
  line: string,
  changes: EnvChanges,
  pending: Map<string, string | null>,
): string[] {
  const name = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line)?.[1];
  if (name === undefined || !Object.hasOwn(changes, name)) return [line];
  const value = pending.get(name);
  pending.delete(name);
  return value ? [`${name}=${value}`] : [];
}
