import type { GenerateBody } from "./schema";

/** What the composer reads: the whole prompt, and the last thing the user said. */
export type Prompt = { all: string; lastUserText: string; afterTool: boolean };

/** System instruction and contents as one text, parts on lines of their own. */
export function readPrompt({ systemInstruction, contents }: GenerateBody): Prompt {
  const textOf = (parts: { text?: string | undefined }[]) =>
    parts.map((part) => part.text ?? "").join("\n");
  const last = contents.at(-1);
  const lastUser = contents.findLast(({ role }) => role === undefined || role === "user");
  return {
    all: [systemInstruction, ...contents]
      .map((entry) => textOf(entry?.parts ?? []))
      .join("\n\n")
      .trim(),
    lastUserText: textOf(lastUser?.parts ?? []),
    afterTool: last?.parts.some((part) => part.functionResponse) ?? false,
  };
}
