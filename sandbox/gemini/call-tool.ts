import { composeJson } from "../writer/compose-json";
import { parseBrief } from "../writer/parse-brief";
import type { Prompt } from "./read-prompt";
import type { GenerateBody, JsonSchema } from "./schema";

export type ToolCall = { name: string; args: unknown };
/** What a message says of one tool: where it is named, and the arguments behind its name. */
type Named = ToolCall & { at: number };

/**
 * Calls the tools whose names the user's last message contains, as written or as words, in that
 * order and all at once; none again after their results. The arguments are the JSON object behind
 * the name; without one, what the tool requires is filled by the properties' names.
 */
export function callTools({ tools }: GenerateBody, prompt: Prompt): ToolCall[] {
  if (prompt.afterTool) return [];
  const declared = (tools ?? []).flatMap(({ functionDeclarations }) => functionDeclarations ?? []);
  const named = declared.flatMap(({ name, parameters }): Named[] => {
    const { at, end } = findName(prompt.lastUserText, name);
    if (at < 0) return [];
    const compose = () => composeJson(requiredOnly(parameters), parseBrief(prompt));
    return [{ name, at, args: readObject(prompt.lastUserText.slice(end)) ?? compose() }];
  });
  const calls = named.sort((one, other) => one.at - other.at);
  return calls.map(({ name, args }) => ({ name, args }));
}

/** `startBlogPost` and `start_blog_post` are said as "start blog post". */
function findName(text: string, name: string): { at: number; end: number } {
  const spelled = name.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_-]+/g, " ");
  const places = [name, spelled].map((words) => {
    const at = text.toLowerCase().indexOf(words.toLowerCase());
    return { at, end: at + words.length };
  });
  return places.find(({ at }) => at >= 0) ?? { at: -1, end: -1 };
}

/** The object that follows a name, if it does so at once. */
function readObject(text: string): unknown {
  const start = /^\s*(?=\{)/.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  for (let end = text.indexOf("}", start); end >= 0; end = text.indexOf("}", end + 1)) {
    try {
      return JSON.parse(text.slice(start, end + 1));
    } catch {
      // The object goes on behind this brace.
    }
  }
  return undefined;
}

function requiredOnly(schema: JsonSchema = {}): JsonSchema {
  const wanted = Object.entries(schema.properties ?? {}).filter(([name]) =>
    schema.required?.includes(name),
  );
  return { ...schema, type: "object", properties: Object.fromEntries(wanted) };
}
