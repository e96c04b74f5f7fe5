import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprintKey } from "./fingerprint-key";
import { FIRST_FINGERPRINT, nameKey } from "./name-key";

test("a key outside the database is called by where it is, and a saved one by its version", () => {
  expect(nameKey("Gemini", null)).toBe("Gemini key");
  expect(nameKey("Gemini", 12)).toBe("Gemini key, version 12");
  expect(nameKey("Exa", FIRST_FINGERPRINT - 1)).toMatch(/, version \d+$/);
  expect(nameKey("Exa", FIRST_FINGERPRINT)).toBe("Exa key of .env.local or the shell");
  fc.assert(
    fc.property(fc.string(), (key) => {
      const version = fingerprintKey(key);
      expect(version).toBe(fingerprintKey(key));
      expect(version).toBeLessThan(2 ** 31);
      expect(nameKey("Exa", version)).toBe("Exa key of .env.local or the shell");
    }),
  );
});
