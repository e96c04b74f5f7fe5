import { z } from "zod";
import {
  PERSONA_FIELDS,
  type Persona,
  type Platform,
  persona,
  platform,
} from "@/lib/onboarding/persona/schema";
import type { PersonaRun } from "@/lib/onboarding/setup/schema";

/** A persona as it stands in the form: lists are one item a line. */
const personaText = z.object({
  voice: z.string().default(""),
  tone: z.string().default(""),
  vocabulary: z.string().default(""),
  sentenceLength: z.string().default(""),
  dos: z.string().default(""),
  donts: z.string().default(""),
  sample: z.string().default(""),
});
export type PersonaText = z.infer<typeof personaText>;

const personaForm = z.object({
  core: personaText,
  platforms: z.partialRecord(platform, personaText).default({}),
  /** The runs whose personas it has: each is taken once. */
  taken: z.array(z.string()).default([]),
});
/** The whole form; also what is kept as the draft of the step. */
export type PersonaForm = z.infer<typeof personaForm>;

export const EMPTY_PERSONA: PersonaText = personaText.parse({});

/** The form as it was left: the draft, else the saved data, else empty. */
export function readForm(draft: unknown, data: unknown): PersonaForm {
  const kept = personaForm.safeParse(draft).data ?? personaForm.safeParse(toForm(data)).data;
  return kept ?? { core: EMPTY_PERSONA, platforms: {}, taken: [] };
}

/** One field of a persona as text; an unknown name or value gives nothing. */
export function readField(name: string, value: unknown): Partial<PersonaText> {
  const field = PERSONA_FIELDS.find((known) => known === name);
  if (!field) return {};
  const lines = z.array(z.string()).safeParse(value).data?.join("\n");
  const text = lines ?? z.string().safeParse(value).data;
  return text === undefined ? {} : { [field]: text };
}

/** All fields of a persona as text. */
export function readFields(data: unknown): Partial<PersonaText> {
  const fields = z.record(z.string(), z.unknown()).safeParse(data).data ?? {};
  return Object.assign(
    {},
    ...Object.entries(fields).map(([name, value]) => readField(name, value)),
  );
}

/** The body of the step's request. */
export function toData({ core, platforms }: PersonaForm) {
  const chosen = Object.entries(platforms).filter(([, text]) => text.voice.trim() !== "");
  const entries = chosen.map(([name, text]) => [name, toPersona(text)]);
  return { core: toPersona(core), platforms: Object.fromEntries(entries) };
}

/** A persona as requests carry it, not yet validated. */
export function toPersona(text: PersonaText): z.input<typeof persona> {
  const { vocabulary, dos, donts, ...rest } = text;
  const lists = { vocabulary: toList(vocabulary), dos: toList(dos), donts: toList(donts) };
  return { ...rest, ...lists };
}

/** What is wrong with each field, in a sentence. */
export function findFieldErrors(text: PersonaText): Partial<Record<keyof PersonaText, string>> {
  const issues = persona.safeParse(toPersona(text)).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path[0], message]));
}

/** Whether a platform's persona can be saved: one without a word in it is left out. */
export function isReady(text: PersonaText = EMPTY_PERSONA): boolean {
  return isEmpty(text) || Object.keys(findFieldErrors(text)).length === 0;
}

/** Whether nothing is filled in. */
export function isEmpty(text: PersonaText): boolean {
  return Object.values(text).every((field) => field.trim() === "");
}

/** The form with a place for each of these personas that it has not taken. */
export function withPlatforms(form: PersonaForm, runs: PersonaRun[]): PersonaForm {
  const fresh = runs.filter(({ id }) => !form.taken.includes(id));
  const ids = fresh.flatMap(({ target }) => (target === "core" ? [] : [target]));
  const places = Object.fromEntries(ids.map((id) => [id, EMPTY_PERSONA]));
  return { ...form, platforms: { ...places, ...form.platforms } };
}

/** Platforms in the form, by id. */
export function hasPlatform(form: PersonaForm, id: Platform): boolean {
  return form.platforms[id] !== undefined;
}

function toList(text: string): string[] {
  const items = text.split("\n").map((item) => item.trim());
  return items.filter((item) => item !== "");
}

function toForm(data: unknown): unknown {
  const saved = z.object({ core: persona, platforms: z.partialRecord(platform, persona) });
  const parsed = saved.safeParse(data).data;
  if (!parsed) return undefined;
  const platforms = Object.entries(parsed.platforms).map(([name, one]) => [name, toText(one)]);
  return { core: toText(parsed.core), platforms: Object.fromEntries(platforms), taken: [] };
}

function toText({ vocabulary, dos, donts, ...rest }: Persona): PersonaText {
  const [words, rules, bans] = [vocabulary, dos, donts].map((list) => list.join("\n"));
  return { ...rest, vocabulary: words ?? "", dos: rules ?? "", donts: bans ?? "" };
}
