import { composeJson } from "../writer/compose-json";
import { parseBrief } from "../writer/parse-brief";
import type { Prompt } from "./read-prompt";
import type { GenerateBody } from "./schema";

export type ToolCall = { name: string; args: unknown };

/** Calls the tool whose name the user's last message contains, as written or as words; once, not again after its result. */
export function callTool({ tools }: GenerateBody, prompt: Prompt): ToolCall | null {
  if (prompt.afterTool) return null;
  const said = prompt.lastUserText.toLowerCase();
  const tool = (tools ?? [])
    .flatMap(({ functionDeclarations }) => functionDeclarations ?? [])
    .find(({ name }) => said.includes(name.toLowerCase()) || said.includes(spellName(name)));
  if (!tool) return null;
  const args = tool.parameters ? composeJson(tool.parameters, parseBrief(prompt)) : {};
  return { name: tool.name, args };
}

/** `startBlogPost` and `start_blog_post` are said as "start blog post". */
function spellName(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase();
}
