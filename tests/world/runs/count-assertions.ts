import { afterEach, expect } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** How often the test called `expect`. */
    assertions?: number;
  }
}

/** Vitest set-up: every test says how many assertions it made. */
afterEach(({ task }) => {
  task.meta.assertions = expect.getState().assertionCalls;
});
