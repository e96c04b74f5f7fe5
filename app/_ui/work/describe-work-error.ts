import { errorRow, isErrorCode } from "@/lib/errors";
import type { WorkEvents } from "@/lib/http/schema";
import type { Problem } from "../messages/problem";

/** The row of the one error table, with the provider that it concerns and how long to wait. */
export function describeWorkError({ code, provider, retryAfter }: WorkEvents["error"]): Problem {
  const known = isErrorCode(code) ? code : "internal";
  const row = errorRow(known);
  const name = provider && provider.charAt(0).toUpperCase() + provider.slice(1);
  const wait = retryAfter ? ` Try again in ${Math.ceil(retryAfter)} seconds.` : "";
  return {
    ...row,
    code: known,
    title: name ? nameProvider(row.title, name) : row.title,
    detail: row.detail + wait,
    ...(provider ? { provider } : {}),
  };
}

/** "The provider is overloaded" as "Gemini is overloaded", "Your key's quota" as "Your Gemini key's". */
function nameProvider(title: string, name: string): string {
  return title.replace(/^The provider\b/, name).replace(/^Your key\b/, `Your ${name} key`);
}
