import { z } from "zod";
import { AppError } from "../errors";

const uuid = z.uuid();

/** A path parameter that must be a UUID. @throws AppError `not_found`, as for one that is nobody's. */
export function requireUuid(value: string | undefined): string {
  const parsed = uuid.safeParse(value);
  if (!parsed.success) throw new AppError("not_found");
  return parsed.data.toLowerCase();
}
