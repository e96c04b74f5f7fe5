import { z } from "zod";

/** A provider's own id of what it did, as it can be stored and read out; absent where it is none. */
export const requestId = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .optional()
  .catch(undefined);
