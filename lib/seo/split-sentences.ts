const END = /(?<=[.!?…]["”’»)\]]{0,3})\s+(?=\S)|(?<=[。！？])|\n+/u;

/** Sentences of plain text in any script; an ordinal or an abbreviation may count as an end. */
export function splitSentences(text: string): string[] {
  return text
    .split(END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
