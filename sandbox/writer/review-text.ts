import { isReadable } from "../text/quotable-sentence";
import { splitSentences } from "../text/split-prose";
import type { Brief, Passage } from "./parse-brief";

const OF = /^findings$/;
type At = { index: number };

/** What a reviewer says of the passages of a prompt, one after the other, quoting each. */
export const REVIEW_RULES = [
  { name: /^section$/, parent: OF, suggest: (brief: Brief, at: At) => [passageAt(brief, at).id] },
  { name: /^words$/, parent: OF, suggest: (brief: Brief, at: At) => [quote(passageAt(brief, at))] },
  {
    name: /^problem$/,
    parent: OF,
    suggest: ({ task }: Brief) => [
      task.includes("flow")
        ? "It begins without a word on what came before."
        : "It does not answer the question that readers search for.",
    ],
  },
  {
    name: /^advice$/,
    parent: OF,
    suggest: ({ task }: Brief) => [
      task.includes("flow")
        ? "Open with half a sentence that takes up the last thought of the section before."
        : "Answer it in the first sentence, then say why.",
    ],
  },
];

function passageAt({ passages }: Brief, { index }: At): Passage {
  return passages[index % Math.max(1, passages.length)] ?? { id: "", text: "" };
}

function quote({ text }: Passage): string {
  const sentences = splitSentences(text);
  return (sentences.find(isReadable) ?? sentences[0] ?? "").split(" ").slice(0, 20).join(" ");
}
