const ID = /S\d+\.p\d+/g;
const CITATION = /\[\[([^\]]{0,200})\]\]/g;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/** What was made of a stretch of a model's text. */
export type CleanProse = { text: string; cited: string[]; dropped: number };

/**
 * Cleans a complete stretch of a model's Markdown: `[[S1.p2]]` of a known passage becomes `[^S1.p2]`,
 * unknown ids are dropped and counted, and raw URLs, links, images, HTML, footnotes of the model's
 * own and top headings are removed. Only what was retrieved can be pointed at.
 */
export function cleanProse(raw: string, known: ReadonlySet<string>): CleanProse {
  const cited: string[] = [];
  let dropped = 0;
  const marked = stripForeign(raw).replace(CITATION, (_whole, inside: string) => {
    const ids = inside.match(ID) ?? [];
    const good = ids.filter((id) => known.has(id));
    dropped += Math.max(1, ids.length) - good.length;
    cited.push(...good);
    return good.map((id) => `[^${id}]`).join("");
  });
  return { text: marked, cited, dropped };
}

function stripForeign(raw: string): string {
  return raw
    .replace(INVISIBLE, "")
    .replace(/<(script|style|iframe|svg)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<\/?[a-zA-Z][^<>]{0,600}>/g, "")
    .replace(/!\[[^\]]*\](\([^)]*\)|\[[^\]]*\])/g, "")
    .replace(/(?<!\[)\[([^[\]^]{1,300})\]\([^)]*\)/g, "$1")
    .replace(/\[\^[^\]]*\]:?/g, "")
    .replace(/\b(?:https?|ftp|javascript|data|file):\/{0,2}[^\s)\]]+/gi, "")
    .replace(/\bwww\.[^\s)\]]+/gi, "")
    .replace(/^#{1,2}(?=\s)/gm, "###");
}
