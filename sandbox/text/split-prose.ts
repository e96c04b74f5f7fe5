const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });
const NOT_PROSE =
  /^(?:\s{2,}\S|\s*(?:[-*+>|#]|\d+[.)]\s|<\/?[A-Za-z]|\{|```|~~~|import\s|export\s))/;

/** Paragraphs of sentences, without code, tables, lists, headings, quotes and markup. */
export function splitProse(markdown: string): string[][] {
  const lines = withoutFences(markdown).split("\n");
  return lines
    .map((line) => (NOT_PROSE.test(line) ? "" : line))
    .join("\n")
    .split(/\n\s*\n/)
    .map((paragraph) => splitSentences(paragraph.replace(/\n/g, " ")))
    .filter((sentences) => sentences.length > 0);
}

/** Sentences of one paragraph, trimmed. */
export function splitSentences(paragraph: string): string[] {
  const sentences: string[] = [];
  for (const { segment } of SENTENCES.segment(paragraph)) {
    const last = sentences.at(-1);
    // The segmenter stops after "e.g." before a capital letter.
    if (last && /\b(?:e\.g|i\.e|vs|etc)\.\s*$/.test(last)) {
      sentences[sentences.length - 1] = last + segment;
    } else {
      sentences.push(segment);
    }
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== "");
}

/** A passage may begin or end inside a fence: then the side that looks like code goes. */
function withoutFences(markdown: string): string {
  const parts = markdown.split(/^\s*(?:```|~~~).*$/m);
  if (parts.length % 2 === 1) return parts.filter((_, index) => index % 2 === 0).join("\n\n");
  return parts.filter((part) => !looksLikeCode(part)).join("\n\n");
}

function looksLikeCode(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const code = lines.filter((line) =>
    /[{};]\s*$|^\s{2,}\S|=>|^\s*(?:import|export|const)\s/.test(line),
  );
  return code.length * 3 > lines.length;
}
