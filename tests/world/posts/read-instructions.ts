import { readSandboxLog } from "../servers/sandbox-log";

/** What stands between markers that carry a prompt's own nonce: data, whoever wrote it. */
const DATA =
  /<passage id="[^"]+" nonce="([0-9a-f-]{36})">\n[\s\S]*?\n<\/passage nonce="\1">|<author nonce="([0-9a-f-]{36})">\n[\s\S]*?\n<\/author nonce="\2">|<neighbour place="[a-z]+" nonce="([0-9a-f-]{36})">\n[\s\S]*?\n<\/neighbour nonce="\3">/g;

/** The prompts that a key paid for: all of their text, and the part that is not marked as data. */
export async function readInstructions(
  sandboxUrl: string,
  key: string,
): Promise<{ all: string; instructions: string }> {
  const log = await readSandboxLog(sandboxUrl, key);
  const prompts = log.map(({ prompt }) => prompt ?? "");
  const instructions = prompts.map((prompt) => prompt.replace(DATA, "")).join("\n");
  return { all: prompts.join("\n"), instructions };
}
