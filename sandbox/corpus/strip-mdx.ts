/** Which router's half of a shared page to keep. */
export type Audience = "app" | "pages" | "all";

/** Plain markdown of an MDX page: no comments, components, links or duplicate code samples. */
export function stripMdx(body: string, audience: Audience): string {
  return body
    .split(/^([ \t]*```[\s\S]*?^[ \t]*```)[ \t]*$/m)
    .map((part, index) => (index % 2 === 1 ? cleanFence(part) : cleanProse(part, audience)))
    .join("")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Blocks for one router may span fences, so they go before anything else. */
export function dropOtherAudience(body: string, audience: Audience): string {
  const uncommented = body.replace(/\{\/\*[\s\S]*?\*\/\}/g, "");
  if (audience === "app") return uncommented.replace(/<PagesOnly>[\s\S]*?<\/PagesOnly>/g, "");
  if (audience === "pages") return uncommented.replace(/<AppOnly>[\s\S]*?<\/AppOnly>/g, "");
  return uncommented;
}

/** A sample shown in TypeScript and JavaScript is kept once. */
function cleanFence(fence: string): string {
  const [info = ""] = fence.split("\n");
  if (/```jsx?\b.*\bswitcher\b/.test(info)) return "";
  return fence.replace(/^([ \t]*```\w*).*/, "$1");
}

function cleanProse(prose: string, audience: Audience): string {
  return dropOtherAudience(prose, audience)
    .replace(/^[ \t]*<\/?[A-Za-z][^`\n]*?>[ \t]*$/gm, "")
    .replace(/^[ \t]*<[A-Z]\w*\n[^`]*?\/>[ \t]*$/gm, "")
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[((?:[^[\]]|\[[^\]]*\])+)\]\((?:[^()\s]|\([^)]*\))*\)/g, "$1")
    .replace(/\*\*([^*\n]+)\*\*/g, "$1");
}
