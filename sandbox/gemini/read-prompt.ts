import type { GenerateBody } from "./schema";

/** What the composer reads: the whole prompt, and the last thing the user said. */
export type Prompt = { all: string; lastUserText: string; afterTool: boolean };

type Part = GenerateBody["contents"][number]["parts"][number];

/** System instruction and contents as one text, parts on lines of their own. */
export function readPrompt({ systemInstruction, contents }: GenerateBody): Prompt {
  const wholeOf = (parts: Part[]) =>
    parts
      .map((part) => part.text ?? JSON.stringify(part.functionCall ?? part.functionResponse))
      .join("\n");
  const textOf = (parts: Part[]) => parts.map((part) => part.text ?? "").join("\n");
  const last = contents.at(-1);
  const lastUser = contents.findLast(
    ({ role, parts }) => (role === undefined || role === "user") && textOf(parts).trim() !== "",
  );
  return {
    all: [systemInstruction, ...contents]
      .map((entry) => wholeOf(entry?.parts ?? []))
      .join("\n\n")
      .trim(),
    lastUserText: textOf(lastUser?.parts ?? []),
    afterTool: last?.parts.some((part) => part.functionResponse) ?? false,
  };
}
