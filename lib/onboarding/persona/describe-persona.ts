import { toLines } from "../to-lines";
import type { Persona } from "./schema";

/** A persona as the lines of a prompt, one a field that is filled in. */
export function describePersona(persona: Persona): string[] {
  return toLines([
    ["Voice", persona.voice],
    ["Tone of voice", persona.tone],
    ["Vocabulary", persona.vocabulary.join("; ")],
    ["Sentence length", persona.sentenceLength],
    ["Do", persona.dos.join("; ")],
    ["Do not", persona.donts.join("; ")],
    ["Sample of the voice", persona.sample],
  ]);
}
