import { z } from "zod";
import { ERRORS, isErrorCode } from "@/lib/errors";

const problem = z.strictObject({
  type: z.url(),
  title: z.string().min(1),
  status: z.int(),
  code: z.string().refine(isErrorCode),
  detail: z.string().min(1),
  provider: z.enum(["gemini", "exa", "copilotkit"]).optional(),
  fixUrl: z.string().min(1).optional(),
  fields: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
  requestId: z.uuid(),
});
/** A problem document as the contract has it. */
export type Problem = z.infer<typeof problem>;

/** Reads an error answer. @throws when it is not a problem document of the documented shape. */
export async function readProblem(answer: Response): Promise<Problem> {
  const text = await answer.text();
  const type = answer.headers.get("content-type");
  if (type !== "application/problem+json")
    throw new Error(`No problem document: ${answer.status} ${type} ${text.slice(0, 300)}`);
  const read = problem.parse(JSON.parse(text));
  const row = Object.entries(ERRORS).find(([code]) => code === read.code)?.[1];
  if (read.status !== answer.status || row?.status !== answer.status)
    throw new Error(`The status of the answer is ${answer.status}, the document is ${text}`);
  return read;
}
