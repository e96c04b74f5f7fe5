import { AppError } from "../errors";

const NEW_FORM = '"new"';

/**
 * What a form was opened on, by `If-Match`: `"new"` for a step without data, else the `savedAt` of
 * its data in quotes. Undefined without the header.
 *
 * @throws AppError `invalid` for anything else.
 */
export function readOpenedOn(headers: Headers): Date | null | undefined {
  const text = headers.get("if-match");
  if (text === null) return undefined;
  if (text === NEW_FORM) return null;
  const time = Date.parse(/^"([^"]{1,40})"$/.exec(text)?.[1] ?? "");
  if (!Number.isNaN(time)) return new Date(time);
  const message = `Send ${NEW_FORM} or the step's savedAt in quotes.`;
  throw new AppError("invalid", { fields: [{ field: "If-Match", message }] });
}
