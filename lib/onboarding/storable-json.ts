import { AppError } from "../errors";
import { LIMITS } from "../limits/registry";
import { storableText } from "../text/storable-text";

const MOST_LEVELS = LIMITS.draftLevels;

/**
 * JSON as Postgres can hold it: texts without NUL characters and halves of surrogate pairs.
 *
 * @throws AppError `invalid` when it is nested too deep.
 */
export function storableJson(value: unknown, level = 0): unknown {
  if (level > MOST_LEVELS) {
    const message = `A draft may be nested ${MOST_LEVELS} levels deep.`;
    throw new AppError("invalid", { fields: [{ field: "body", message }] });
  }
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map((item) => storableJson(item, level + 1));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      storableText(name),
      storableJson(item, level + 1),
    ]),
  );
}
