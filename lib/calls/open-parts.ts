/** What the paid calls of a step have given, each by its operation and its turn in the step. */
export type Parts = Record<string, unknown>;

/** The calls of one delivery of a step. */
export type KeptParts = {
  /** Gives what an earlier delivery was given for the same call, and makes it otherwise. */
  remember: <T>(operation: string, make: () => Promise<T>) => Promise<T>;
  /** What has been given so far, once no call is under way any more. */
  settle: () => Promise<Parts>;
};

/**
 * Remembers what the calls of a step give, so that one which has to wait in between pays for none of
 * them twice. A step makes its calls in the same order at each delivery: it starts from the same rows.
 *
 * @param known what earlier deliveries were given.
 */
export function openParts(known: Parts): KeptParts {
  const given: Parts = { ...known };
  const turns = new Map<string, number>();
  const underWay = new Set<Promise<unknown>>();
  const make = async <T>(name: string, call: () => Promise<T>): Promise<T> => {
    const value = await call();
    given[name] = value;
    return value;
  };
  return {
    remember: <T>(operation: string, call: () => Promise<T>) => {
      const turn = (turns.get(operation) ?? 0) + 1;
      turns.set(operation, turn);
      const name = `${operation} ${turn}`;
      if (Object.hasOwn(known, name)) return Promise.resolve(known[name] as T);
      const work = make(name, call);
      underWay.add(work);
      return work;
    },
    settle: async () => {
      await Promise.allSettled(underWay);
      return given;
    },
  };
}
