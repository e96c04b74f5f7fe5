import { clash, doubt, type Finding, FOUND } from "../finding";
import type { QuantityFact } from "../quantity-fact";
import type { Evidence } from "../read-evidence";
import { listMentions } from "./same-value";

/** Versions and names: the same spelling. "Next.js 15" may rest on 15.0.3, but not 15.1 on 15.2. */
export function findName(
  fact: QuantityFact,
  exact: string,
  evidence: readonly Evidence[],
): Finding {
  if (evidence.some(({ names }) => names.has(exact))) return FOUND;
  return /^[\d.]+$/.test(exact) ? findVersion(exact, evidence) : findLetters(fact, exact, evidence);
}

function findVersion(exact: string, evidence: readonly Evidence[]): Finding {
  const same = listMentions([Number(exact)], evidence);
  if (same.some(({ fact }) => !fact.exact && fact.digits === exact)) return FOUND;
  const versions = evidence.flatMap(({ names }) => [...names].filter(isVersion));
  const [major = ""] = exact.split(".");
  const rival = versions.find((one) => one.startsWith(`${major}.`)) ?? versions[0];
  const amounts = listMentions([Number(major)], evidence);
  if (rival) return clash("value", rival);
  return amounts[0] ? clash("value", amounts[0].fact.raw.trim()) : doubt("nowhere");
}

function isVersion(name: string): boolean {
  return /^\d+\.[\d.]+$/.test(name);
}

function findLetters(fact: QuantityFact, exact: string, evidence: readonly Evidence[]): Finding {
  if (evidence.some(({ squeezed }) => holds(squeezed, exact))) return FOUND;
  const [, letters = "", digits = ""] = /^(\D*)(\d+)/.exec(exact) ?? [];
  const numbered = listMentions([Number(digits)], evidence).length > 0;
  if (numbered && !/\p{Lu}|\d\p{L}/u.test(fact.raw)) return FOUND;
  if (numbered) return doubt("inferred");
  const rival =
    letters.length >= 2 && evidence.flatMap(({ squeezed }) => listNumbered(squeezed, letters))[0];
  return rival ? clash("value", rival) : doubt("nowhere");
}

/** A name without spaces and hyphens, not followed by another digit. */
function holds(squeezed: string, name: string): boolean {
  for (let at = squeezed.indexOf(name); at >= 0; at = squeezed.indexOf(name, at + 1))
    if (!/[\d]/.test(squeezed.charAt(at + name.length))) return true;
  return false;
}

/** The same letters with another number: "gpt4" for "gpt5". */
function listNumbered(squeezed: string, letters: string): string[] {
  for (let at = squeezed.indexOf(letters); at >= 0; at = squeezed.indexOf(letters, at + 1)) {
    const digits = /^\d+/.exec(squeezed.slice(at + letters.length, at + letters.length + 8))?.[0];
    if (digits && !/\p{L}/u.test(squeezed.charAt(at - 1))) return [letters.toUpperCase() + digits];
  }
  return [];
}
