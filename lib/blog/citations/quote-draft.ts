import "server-only";
import { randomUUID } from "node:crypto";
import { MARK } from "./citation-marks";

const MARKER = /<\s*\/?\s*draft\b[^>]*>?/giu;

/** A section that is to be written anew, as a prompt holds it: between markers that nothing in it can know. */
export function quoteDraft(markdown: string): string[] {
  const nonce = randomUUID();
  return [
    `<draft nonce="${nonce}">`,
    markdown.replace(MARKER, "").replace(MARK, "[[$1]]"),
    `</draft nonce="${nonce}">`,
  ];
}
