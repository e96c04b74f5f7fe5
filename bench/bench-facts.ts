import { checkClaims } from "@/lib/blog/claims/check-claims";
import { splitPassages } from "@/lib/blog/sources/split-passages";
import { loadCorpus } from "@/sandbox/corpus/load-corpus";
import { splitProse } from "@/sandbox/text/split-prose";
import { median, type Ratio } from "./print-ratio";

const [SENTENCES, CHARACTERS, TIMES] = [2_000, 50_000, 4];
const SAMPLES = 5;

const text = [...loadCorpus().pages.values()].map((page) => page.text).join("\n\n");
const sentences = splitProse(text)
  .flat()
  .filter((sentence) => /^\p{Lu}[^`[\]]{40,300}\.$/u.test(sentence));

/** Sentences that cite two passages each, and the passages. */
function build(count: number, characters: number) {
  const source = text.repeat(Math.ceil(characters / text.length)).slice(0, characters);
  const passages = splitPassages("S1", source);
  const idAt = (at: number) => passages[at % passages.length]?.id ?? "";
  const written = Array.from({ length: count }, (_, at) => {
    const sentence = sentences[at % sentences.length]?.slice(0, -1);
    return `${sentence} [^${idAt(2 * at)}][^${idAt(2 * at + 1)}].${at % 8 === 7 ? "\n\n" : " "}`;
  });
  return { markdown: written.join(""), passages };
}

/** Processor milliseconds: what else the machine does is not counted. */
function measure({ markdown, passages }: ReturnType<typeof build>): number {
  const start = process.cpuUsage();
  checkClaims(markdown, passages);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** That the check of facts by code is linear: for each sentence it takes as long, whatever there is more of. */
export async function benchFacts(): Promise<Ratio[]> {
  const one = build(SENTENCES, CHARACTERS);
  const long = build(TIMES * SENTENCES, CHARACTERS);
  const wide = build(SENTENCES, TIMES * CHARACTERS);
  measure(one);
  const samples = Array.from({ length: SAMPLES }, () => [one, long, wide].map(measure));
  const [alone = 1, more = 1, wider = 1] = [0, 1, 2].map((at) =>
    median(samples.map((times) => times[at] ?? Number.NaN)),
  );
  const speed = Math.round((1_000 * SENTENCES) / alone);
  const note = `, ${speed} sentences a second of the processor's time`;
  return [
    {
      name: `facts of ${TIMES}× the sentences ÷ ${TIMES} × those of ${SENTENCES}, against ${CHARACTERS / 1_000} KB of passages`,
      ratio: more / TIMES / alone,
      limit: 1.5,
      samples: SAMPLES,
      note,
    },
    {
      name: `facts of the same sentences against ${TIMES}× the passages ÷ against ${CHARACTERS / 1_000} KB`,
      ratio: wider / alone,
      limit: 2,
      samples: SAMPLES,
    },
  ];
}
