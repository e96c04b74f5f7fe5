import "server-only";
import { listProviderCards } from "../providers/list-provider-cards";
import type { MaskedKey } from "./schema";

/** The saved keys and how they stand, in a few words: "Gemini and Exa keys, all work". */
export function describeKeys(keys: readonly MaskedKey[]): string {
  const named = (wanted: readonly MaskedKey[]) => {
    const has = (id: string) => wanted.some(({ provider }) => provider === id);
    const names = listProviderCards().flatMap(({ id, name }) => (has(id) ? [name] : []));
    return new Intl.ListFormat("en").format(names);
  };
  const of = (status: MaskedKey["status"]) => named(keys.filter((key) => key.status === status));
  const states = [
    of("invalid") && `rejected: ${of("invalid")}`,
    of("unknown") && `not checked: ${of("unknown")}`,
  ].filter(Boolean);
  const what = `${named(keys)} ${keys.length === 1 ? "key" : "keys"}`;
  if (states.length > 0) return `${what}; ${states.join("; ")}`;
  return `${what}, ${keys.length === 1 ? "which works" : "all work"}`;
}
