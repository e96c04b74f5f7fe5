import { expect, test } from "vitest";
import { errorRow } from "../errors";
import { getProvider } from "../providers/registry";
import type { ProviderId } from "../providers/schema";
import { findKeyProblems } from "./find-key-problems";
import type { MaskedKey } from "./schema";

const key = (provider: ProviderId, status: MaskedKey["status"], problem: string | null) => ({
  ...{ provider, status, problem, masked: "••••1234", source: "vault" as const, version: 1 },
  ...{ variable: null, savedAt: null, checkedAt: null, lastUsedAt: null },
});

test("only keys that are refused are problems, each with its reason and where it is mended", () => {
  const { name, keyUrl } = getProvider("gemini").card;
  const rejected = {
    ...{ provider: "gemini", name, code: "key_rejected" },
    ...{ reason: `${name} no longer accepts your key`, fixUrl: keyUrl, variable: null },
  };
  expect(
    findKeyProblems([key("exa", "valid", null), key("gemini", "unknown", "key_rejected")]),
  ).toEqual([]);
  for (const problem of [null, "key_rejected", "no such code"])
    expect(findKeyProblems([key("gemini", "invalid", problem)])).toEqual([rejected]);
});

test.each([
  "account_suspended",
  "billing_required",
  "key_leaked",
  "api_disabled",
  "key_expired",
] as const)("%s has its own words, and its own page where it names one", (code) => {
  const [problem] = findKeyProblems([key("gemini", "invalid", code)]);
  const { title, fixUrl } = errorRow(code);
  const { keyUrl } = getProvider("gemini").card;
  const page = fixUrl?.startsWith("https:") ? fixUrl : keyUrl;
  expect(problem).toMatchObject({ code, reason: title, fixUrl: page });
});
