import { z } from "zod";
import { AppError } from "../errors";

const uuid = z.uuid();

/** True when a text is a UUID, as the ids of rows are. */
export function isUuid(value: string): boolean {
  return uuid.safeParse(value).success;
}

/** A path parameter that must be a UUID. @throws AppError `not_found`, as for one that is nobody's. */
export function requireUuid(value = ""): string {
  if (!isUuid(value)) throw new AppError("not_found");
  return value.toLowerCase();
}
