import { test } from "vitest";
import { FULL } from "./scale";

const leaveOut: typeof test = new Proxy(test, { apply: () => leaveOut, get: () => leaveOut });

/**
 * A test of a kind that `npm test` shows in another place: `npm test` does without it, so that it takes
 * minutes. Whole files of such tests are named `*.full.test.ts`.
 */
export const inFull: typeof test = FULL ? test : leaveOut;
