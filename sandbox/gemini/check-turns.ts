import { type GeminiError, invalidArgument } from "./error-table";
import type { GenerateBody } from "./schema";
import { type Signer, signCall } from "./sign-calls";

type Content = GenerateBody["contents"][number];

/**
 * What Gemini says against the function calls of a conversation: a step whose first call has lost
 * its thought signature, or one of another model or key; answers that are not all in the next
 * content; a conversation that ends with the model's own words. Null where nothing is wrong.
 */
export function checkTurns({ contents }: GenerateBody, signer: Signer): GeminiError | null {
  if (contents.at(-1)?.role === "model")
    return invalidArgument("Please ensure that the last content has the role user.");
  for (const [index, content] of contents.entries()) {
    const calls = content.parts.filter((part) => part.functionCall);
    if (calls.length === 0) continue;
    const problem = checkSignature(content, signer) ?? checkAnswers(calls, contents[index + 1]);
    if (problem) return invalidArgument(problem);
  }
  return null;
}

function checkSignature({ parts }: Content, signer: Signer): string | null {
  const first = parts.find((part) => part.functionCall);
  const name = first?.functionCall?.name ?? "";
  if (!first?.thoughtSignature)
    return `Function call is missing a thought_signature in functionCall parts: ${name}`;
  return first.thoughtSignature === signCall(name, signer)
    ? null
    : "Thought signature is not valid for this model and project.";
}

function checkAnswers(calls: Content["parts"], next: Content | undefined): string | null {
  const answered = next?.parts.filter((part) => part.functionResponse) ?? [];
  if (answered.length === calls.length) return null;
  return "Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.";
}
