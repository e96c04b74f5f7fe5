import "server-only";
import type { z } from "zod";
import { AppError } from "../errors";
import { callGemini, type Prompt } from "./call-gemini";
import type { Caller } from "./caller";
import { type Field, openFieldReader } from "./open-field-reader";
import { retryCall } from "./retry-call";

/**
 * A reply in JSON, parsed and validated, whose fields are handed on as they arrive; asked for again
 * when it is not of the schema.
 *
 * @throws AppError with the code of what happened.
 */
export function askByField<T>(
  caller: Caller,
  prompt: Prompt,
  { schema, onField }: { schema: z.ZodType<T>; onField: (field: Field) => void },
): Promise<T> {
  return retryCall(caller, "gemini", async (asking) => {
    const read = openFieldReader();
    const fields: Field[] = [];
    await callGemini(asking, prompt, (piece) => {
      for (const field of read(piece)) {
        fields.push(field);
        onField(field);
      }
    });
    const whole = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    const parsed = schema.safeParse(whole);
    if (!parsed.success) throw new AppError("reply_malformed", { provider: "gemini" });
    return parsed.data;
  });
}
