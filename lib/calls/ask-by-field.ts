import "server-only";
import type { z } from "zod";
import { callGemini, type Prompt, readReply } from "./call-gemini";
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
    let text = "";
    await callGemini(asking, prompt, (piece) => {
      text += piece;
      for (const field of read(piece)) onField(field);
    });
    return readReply(text, schema);
  });
}
