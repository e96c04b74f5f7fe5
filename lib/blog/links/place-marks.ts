/** A passage that a sentence, `markdown.slice(start, end)`, is to cite. */
export type PlacedMark = { start: number; end: number; passageId: string };

const STOP = /[.!?…。！？]+["”’»)\]]*$/u;

/** Puts marks of passages behind sentences, before the stop. A mark that stands there is not doubled. Pure. */
export function placeMarks(markdown: string, marks: readonly PlacedMark[]): string {
  const fromEnd = [...marks].sort((one, other) => other.end - one.end);
  let text = markdown;
  let reached = { end: -1, at: -1 };
  for (const { start, end, passageId } of fromEnd) {
    const mark = `[^${passageId}]`;
    const sentence = markdown.slice(start, end);
    if (sentence.includes(mark)) continue;
    const stop = STOP.exec(sentence)?.index ?? sentence.length;
    const at = reached.end === end ? reached.at : start + stop;
    const space = /\s$/.test(text.slice(0, at)) ? "" : " ";
    text = `${text.slice(0, at)}${space}${mark}${text.slice(at)}`;
    reached = { end, at: at + space.length + mark.length };
  }
  return text;
}
