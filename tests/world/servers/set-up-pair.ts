import { afterAll, beforeAll } from "vitest";
import type { App } from "./start-app";
import { type Production, startProduction } from "./start-production";

/** Two production servers on one database of a suite's own, which ends them: either may be anybody's. */
export function setUpPair(): { readonly first: Production; readonly second: App } {
  let pair: { first: Production; second: App } | undefined;
  beforeAll(async () => {
    const first = await startProduction();
    pair = { first, second: await first.startSecond() };
  });
  afterAll(() => pair?.first.stop());
  const get = () => {
    if (!pair) throw new Error("The servers are started before the tests of the file.");
    return pair;
  };
  return {
    get first() {
      return get().first;
    },
    get second() {
      return get().second;
    },
  };
}
