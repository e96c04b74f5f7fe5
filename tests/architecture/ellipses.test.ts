import { expect, test } from "vitest";
import { readRepository } from "./read-sources";

/** What opens a dialog, or a panel that asks something, up to the end of the button. */
const OPENER =
  /onClick=\{(?:dialog\.open|\(\) => set(?:Asked|Chosen)\((?!null)\w+\))\}[^>]*>(.*?)<\/(?:Button|Menu\.Item|button)>/gs;
/** Reads aloud, asks nothing. */
const ONLY_TELLS = /\?\s*$/;

test("a button that asks before it does anything says so with an ellipsis", () => {
  const openers = [...readRepository()]
    .filter(([path]) => path.startsWith("app/"))
    .flatMap(([path, code]) =>
      [...code.matchAll(OPENER)].map(([, label = ""]) => ({ path, label })),
    )
    .filter(({ label }) => !ONLY_TELLS.test(label));
  expect(openers.length).toBeGreaterThan(5);
  expect(openers.filter(({ label }) => !label.includes("…"))).toEqual([]);
});
