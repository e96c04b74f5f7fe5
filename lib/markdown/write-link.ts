import type { Handle } from "mdast-util-to-markdown";
import { ENTITY } from "./escape-text";

/** A link with its address as it is: escaped is only what would end it, or be read as another sign. */
export const writeLink: Handle = (node, _, state, info) => {
  const exit = [state.enter("link"), state.enter("label")];
  const words = state.containerPhrasing(node, { ...info, before: "[", after: "]" });
  for (const leave of exit.reverse()) leave();
  const { url, title } = node;
  const named = title ? ` "${escapeSigns(title, /["\\]/g)}"` : "";
  const place = writeDestination(url) + named;
  return `[${words}](${state.stack.includes("tableCell") ? place.replaceAll("|", "\\|") : place})`;
};

function writeDestination(url: string): string {
  const fitsBare = url !== "" && !/[\s<>\p{Cc}]/u.test(url) && isBalanced(url);
  return fitsBare ? escapeSigns(url, /\\/g) : `<${escapeSigns(url, /[<>\\]/g)}>`;
}

function escapeSigns(text: string, signs: RegExp): string {
  const escaped = text.replace(signs, (sign) => `\\${sign}`);
  return escaped.replace(new RegExp(ENTITY.source, "gi"), (entity) => `\\${entity}`);
}

/** Round brackets in pairs belong to an address. */
function isBalanced(url: string): boolean {
  let open = 0;
  for (const sign of url) {
    if (sign === "(") open += 1;
    if (sign === ")") open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}
