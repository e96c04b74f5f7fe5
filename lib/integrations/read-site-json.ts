import "server-only";
import type { z } from "zod";
import { AppError } from "../errors";
import { type GuardOptions, guardedFetch } from "../http/guarded-fetch";

/**
 * GETs a description that a publishing system gives to everybody.
 *
 * @returns the parsed answer and the address that gave it, after redirects.
 * @throws AppError `site_not_recognised` when what answers is something else.
 */
export async function readSiteJson<T>(
  url: string,
  schema: z.ZodType<T>,
  { name, options }: { name: string; options: GuardOptions },
): Promise<{ value: T; url: string }> {
  const answer = await guardedFetch(url, options);
  if (answer.status >= 500)
    throw new AppError("site_unreachable", { detail: `The site answered ${answer.status}.` });
  const parsed = schema.safeParse(parseJson(answer.text));
  if (answer.status === 200 && parsed.success) return { value: parsed.data, url: answer.url };
  const detail = `What answers there is not ${name}, or its REST interface is switched off.`;
  throw new AppError("site_not_recognised", {
    detail,
    fields: [{ field: "siteUrl", message: detail }],
  });
}

/** JSON, or undefined for anything else. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
