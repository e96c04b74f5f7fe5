/** Scenarios of one key, each with its parameter if it has one. */
export type Chain<Name extends string> = ReadonlyMap<Name, number | undefined>;

/**
 * Reads the scenarios a key begins with: `slow:200+cut:3-abc` is slow (200) and cut (3).
 * Returns null for a key that begins with no listed scenario: such a key is a bad key.
 */
export function parseScenario<Name extends string>(
  key: string,
  registry: Readonly<Record<Name, string>>,
): Chain<Name> | null {
  const chain = new Map<Name, number | undefined>();
  let rest = key;
  for (;;) {
    const name = longestName(rest, registry);
    if (name === null) return null;
    const parameter = /^:(\d+(?:\.\d+)?)/.exec(rest.slice(name.length));
    chain.set(name, parameter ? Number(parameter[1]) : undefined);
    rest = rest.slice(name.length + (parameter?.[0].length ?? 0));
    if (!rest.startsWith("+")) return rest === "" || rest.startsWith("-") ? chain : null;
    rest = rest.slice(1);
  }
}

function longestName<Name extends string>(
  text: string,
  registry: Readonly<Record<Name, string>>,
): Name | null {
  const isName = (word: string): word is Name => Object.hasOwn(registry, word);
  const fits = Object.keys(registry)
    .filter(isName)
    .filter((name) => text.startsWith(name) && /^($|[-:+])/.test(text.slice(name.length)));
  return fits.sort((a, b) => b.length - a.length)[0] ?? null;
}
