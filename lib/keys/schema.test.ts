import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaled } from "@/tests/world/scale";
import { Secret } from "../secret";
import { maskedKey, saveApiKeysBody } from "./schema";
import { editEnvText } from "./stores/edit-env-text";

function explain(body: unknown): string[] {
  const result = saveApiKeysBody.safeParse(body);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`);
}

const A_MASK =
  "gemini: This is the masked form of a saved key. Paste the whole key, or leave the field empty to keep it.";
const NO_KEY_OR_INVISIBLE =
  /^gemini: (A key has only letters|There is an invisible character \(U\+[0-9A-F]{4,5}\))/;
const EMPTY = "body: Send at least one key: gemini, exa, copilotkit.";

describe("the body that saves keys", () => {
  it("takes any non-empty subset; an empty field keeps the saved key", () => {
    for (const body of [{ gemini: "AIza-1" }, { exa: "e" }, { copilotkit: "ck_pub_1", exa: "e" }])
      expect(saveApiKeysBody.parse(body)).toEqual(body);
    expect(saveApiKeysBody.parse({ gemini: "g", exa: "", copilotkit: " \t" })).toEqual({
      gemini: "g",
      exa: "",
      copilotkit: "",
    });
    for (const body of [{}, { gemini: "" }, { gemini: "  ", exa: "\t" }])
      expect(explain(body)).toEqual([EMPTY]);
  });

  it("has no rule on prefixes, and trims the blanks around a pasted key", () => {
    for (const key of ["AIzaSy_x-9", "AQ.Ab8-x", "future:prefix/1+2=", "a", "x".repeat(512)]) {
      expect(saveApiKeysBody.parse({ gemini: key })).toEqual({ gemini: key });
      expect(saveApiKeysBody.parse({ gemini: ` \t${key}  ` })).toEqual({ gemini: key });
    }
  });

  it("refuses what cannot be a key, naming the field and what to do, without the value", () => {
    const masks = ["nineteen-characters", "a-key-that-is-long-enough-to-show-its-end"];
    for (const key of masks)
      expect(explain({ gemini: new Secret("gemini", key).mask() })).toEqual([A_MASK]);
    for (const key of ["•", "AIza•", "••••••••••••wxyz "])
      expect(explain({ gemini: key })).toEqual([A_MASK]);
    for (const key of [
      "a b",
      "a\nb",
      "a\n",
      "\na",
      "a\r",
      "a\0b",
      "a\u001b[0m",
      "a\u007f",
      "a\u0085",
      "a\u00a0b",
      "a\u200bb",
      "a\u2028",
      "é",
      "ключ",
      "😀",
      '"a"',
      "$A",
      "a#b",
      "a\\b",
      "`a`",
      "a,b",
      "\ud800",
    ])
      expect([key, explain({ gemini: key })]).toEqual([
        key,
        [expect.stringMatching(NO_KEY_OR_INVISIBLE)],
      ]);
    expect(explain({ gemini: "x".repeat(513) })).toEqual([
      "gemini: A key has at most 512 characters.",
    ]);
    expect(explain({ gemini: "x".repeat(2_000_000) })).toHaveLength(1);
    expect(explain({ gemini: "a b", exa: "c d" })).toHaveLength(2);
    expect(explain({ gemini: "a b" }).join()).not.toContain("a b");
  });

  it("refuses other fields, other types, and a user id", () => {
    const bodies = [
      null,
      [],
      "text",
      7,
      { gemini: 7 },
      { gemini: null },
      { gemini: ["a"] },
      { gemini: { a: 1 } },
      { gemini: "a", openai: "b" },
      { gemini: "a", userId: "user_b" },
      { gemini: "a", user_id: "user_b" },
      { GEMINI: "a", exa: "b" },
      JSON.parse('{"gemini":"a","__proto__":{"exa":"b"}}'),
      JSON.parse('{"gemini":"a","constructor":{"prototype":{"exa":"b"}}}'),
    ];
    for (const body of bodies) expect([body, explain(body).length]).toEqual([body, 1]);
    expect(Object.getPrototypeOf({})).not.toHaveProperty("exa");
  });

  it("accepts nothing that a header, an env file or a log could not hold as one word", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.string(),
    );
    const isOneWord = fc.property(anything, (text) => {
      const result = saveApiKeysBody.safeParse({ gemini: text });
      if (!result.success) return;
      const key = result.data.gemini ?? "";
      expect(new Headers({ "x-goog-api-key": key }).get("x-goog-api-key")).toBe(key);
      expect(editEnvText("", { GEMINI_API_KEY: key })).toBe(`GEMINI_API_KEY=${key}\n`);
    });
    fc.assert(isOneWord, { numRuns: scaled(20_000) });
  });
});

describe("a key as its owner sees it", () => {
  it("has only the agreed fields: a row's key and ids are dropped", () => {
    const seen = {
      provider: "exa",
      masked: "••••••••••••",
      status: "valid",
      problem: null,
      version: 2,
      source: "vault",
      variable: null,
      checkedAt: null,
      savedAt: "2026-03-01T00:00:00.000Z",
      lastUsedAt: null,
    };
    const row = {
      ...seen,
      id: "1",
      key: new Uint8Array(3),
      dataKeyId: "d",
      userId: "user_a",
    };
    expect(maskedKey.parse(row)).toEqual(seen);
  });
});
