import type { z } from "zod";
import { AppError } from "../errors";
import { LIMITS } from "../limits/registry";
import { readBytes } from "./read-bytes";

/**
 * Reads a JSON body of bounded size and parses it; route handlers have no limit of their own.
 *
 * @throws AppError `too_large`, `not_json`, or `invalid` naming each field.
 */
export async function readBody<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  return parseFields(schema, parseJson(await readText(request)));
}

/** The same where a request may come without a body: an empty one counts as `{}`. */
export async function readOptionalBody<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const text = await readText(request);
  return parseFields(schema, text.trim() === "" ? {} : parseJson(text));
}

/** Parses a value that is already JSON. @throws AppError `invalid` naming each field. */
export function parseFields<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap(toFields);
  throw new AppError("invalid", { fields });
}

/** One problem a field; for unknown keys, one for each of them. */
function toFields(issue: z.core.$ZodIssue) {
  const path = issue.path.map(String).join(".");
  if (issue.code !== "unrecognized_keys")
    return [{ field: path || "body", message: issue.message }];
  return issue.keys.map((key) => ({
    field: [path, key.slice(0, 80)].filter(Boolean).join("."),
    message: "There is no such field.",
  }));
}

/** The body as text. @throws AppError `too_large`. */
export async function readText(request: Request): Promise<string> {
  return (await readBytes(request, LIMITS.bodyBytes)).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("not_json");
  }
}
