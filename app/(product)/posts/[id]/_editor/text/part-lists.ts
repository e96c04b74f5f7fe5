import { readMarkdown } from "@/lib/markdown/read-markdown";
import { type ListSigns, writeBlock } from "@/lib/markdown/write-markdown";

const SIGN = /^ {0,3}(?:([-+*])|\d{1,9}([.)]))(?:\s|$)/;
const OTHERS: Readonly<Record<string, ListSigns>> = {
  "-": { bullet: "*" },
  "*": { bullet: "-" },
  "+": { bullet: "-" },
  ".": { bulletOrdered: ")" },
  ")": { bulletOrdered: "." },
};

/** Lists that follow on each other would be read as one: the second begins its items with another sign. */
export function partLists(blocks: readonly string[]): string[] {
  const parted: string[] = [];
  for (const block of blocks) {
    const sign = signOf(block);
    const isNext = sign !== "" && sign === signOf(parted.at(-1) ?? "");
    parted.push(isNext ? writeOther(block, sign) : block);
  }
  return parted;
}

function signOf(block: string): string {
  const [, bullet, stop] = SIGN.exec(block) ?? [];
  return bullet ?? stop ?? "";
}

function writeOther(block: string, sign: string): string {
  const [node, ...more] = readMarkdown(block).children;
  return node?.type === "list" && more.length === 0 ? writeBlock(node, OTHERS[sign]) : block;
}
