import "server-only";
import { type ErrorCode, errorRow, isErrorCode } from "../errors";
import { getProvider } from "../providers/registry";
import type { KeyProblem, MaskedKey } from "./schema";

/** The keys that their providers refuse, with the reason and the way out, in words. */
export function findKeyProblems(keys: MaskedKey[]): KeyProblem[] {
  return keys
    .filter(({ status }) => status === "invalid")
    .map((key) => describeProblem(key, toCode(key.problem)));
}

function toCode(problem: string | null): ErrorCode {
  return problem && isErrorCode(problem) ? problem : "key_rejected";
}

function describeProblem({ provider, variable }: MaskedKey, code: ErrorCode): KeyProblem {
  const { name, keyUrl } = getProvider(provider).card;
  const { title, fixUrl } = errorRow(code);
  const reason = code === "key_rejected" ? `${name} no longer accepts your key` : title;
  const mend = fixUrl?.startsWith("https:") ? fixUrl : keyUrl;
  return { provider, name, code, reason, fixUrl: mend, variable };
}
