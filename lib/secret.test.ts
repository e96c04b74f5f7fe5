import { format, inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaled } from "@/tests/world/scale";
import { Secret } from "./secret";

const BULLETS = "•".repeat(12);

/** Every way that turns an object into text, short of asking it for its value. */
function print(secret: Secret): string[] {
  const error = new Error(`failed with ${secret}`, { cause: secret });
  return [
    String(secret),
    `${secret}`,
    secret.toString(),
    secret.toLocaleString(),
    JSON.stringify({ nested: [{ secret }] }),
    JSON.stringify({ ...secret }),
    JSON.stringify(Object.entries(secret)),
    JSON.stringify(Object.getOwnPropertyDescriptors(secret)),
    JSON.stringify(structuredClone({ ...secret })),
    JSON.stringify(Object.assign({}, secret)),
    inspect({ nested: { secret } }, { showHidden: true, depth: 9, getters: true }),
    inspect(error, { showHidden: true, depth: 9 }),
    format("%s %o %O %j", secret, secret, secret, secret),
    [secret, secret].join(),
    new URLSearchParams({ key: String(secret) }).toString(),
  ];
}

describe("a secret", () => {
  it("is opened by open() alone, whatever tries to print it", () => {
    const value = "AIzaSyNeverPrintedByAccident-wxyz";
    const secret = new Secret("gemini", value, 7);
    expect([secret.open(), secret.label, secret.version]).toEqual([value, "gemini", 7]);
    expect(secret.toString()).toBe("[secret gemini …wxyz]");
    expect(JSON.stringify([secret])).toBe('["[secret gemini …wxyz]"]');
    expect(inspect(secret)).toBe("[secret gemini …wxyz]");
    for (const text of print(secret)) expect(text).not.toContain(value.slice(4, 12));
  });

  it("shows at most its last four characters, and none when it is shorter than 20", () => {
    const key = fc.string({
      unit: fc.constantFrom(..."abcdefXYZ0123_.:/+="),
      minLength: 1,
      maxLength: 512,
    });
    const hides = fc.property(key, (value) => {
      const secret = new Secret("exa", value);
      const tail = value.length >= 20 ? value.slice(-4) : "";
      expect(secret.mask()).toBe(BULLETS + tail);
      expect(secret.toString()).toBe(`[secret exa …${tail}]`);
      if (value.length >= 9)
        for (const text of print(secret)) expect(text).not.toContain(value.slice(-8));
    });
    fc.assert(hides, { numRuns: scaled(2_000) });
    const [short, long] = [new Secret("exa", "x".repeat(19)), new Secret("exa", "x".repeat(20))];
    expect([short.mask(), long.mask()]).toEqual([BULLETS, `${BULLETS}xxxx`]);
  });

  it("cannot be empty: an empty key makes SDKs use the owner's", () => {
    for (const empty of ["", " ", "\n\t "])
      expect(() => new Secret("exa", empty)).toThrow("The exa secret is empty.");
  });
});
