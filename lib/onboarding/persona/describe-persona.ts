import type { Persona } from "./schema";

/** A persona as the lines of a prompt, one a field that is filled in. */
export function describePersona(persona: Persona): string[] {
  const lines: [string, string][] = [
    ["Voice", persona.voice],
    ["Tone of voice", persona.tone],
    ["Vocabulary", persona.vocabulary.join("; ")],
    ["Sentence length", persona.sentenceLength],
    ["Do", persona.dos.join("; ")],
    ["Do not", persona.donts.join("; ")],
    ["Sample of the voice", persona.sample],
  ];
  return toLines(lines);
}

/** `Name: value` for each value that is not empty, on one line each. */
export function toLines(named: [string, string][]): string[] {
  return named.flatMap(([name, value]) =>
    value.trim() ? [`${name}: ${value.trim().replace(/\s+/g, " ")}`] : [],
  );
}
