import { expect, test } from "vitest";
import { describeKeys } from "./describe-keys";
import type { MaskedKey } from "./schema";

type Two = Pick<MaskedKey, "provider" | "status">;
const key = ({ provider, status }: Two): MaskedKey => ({
  ...{ provider, status, problem: null, masked: "••••1234", source: "vault", version: 1 },
  ...{ variable: null, savedAt: null, checkedAt: null, lastUsedAt: null },
});
const describe = (statuses: Partial<Record<MaskedKey["provider"], MaskedKey["status"]>>) =>
  describeKeys(
    (["gemini", "exa", "copilotkit"] as const).flatMap((provider) => {
      const status = statuses[provider];
      return status ? [key({ provider, status })] : [];
    }),
  );

test("keys are named with how they stand, the ones that do not work last", () => {
  expect(describe({ gemini: "valid" })).toBe("Gemini key, which works");
  expect(describe({ gemini: "valid", exa: "valid" })).toBe("Gemini and Exa keys, all work");
  expect(describe({ gemini: "invalid", exa: "valid" })).toBe(
    "Gemini and Exa keys; rejected: Gemini",
  );
  expect(describe({ gemini: "invalid", exa: "unknown", copilotkit: "unknown" })).toBe(
    "Gemini, Exa, and CopilotKit keys; rejected: Gemini; not checked: Exa and CopilotKit",
  );
});
