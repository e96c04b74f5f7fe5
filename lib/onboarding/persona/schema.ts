import { z } from "zod";
import { topic } from "../../blog/topic/schema";
import { LIMITS } from "../../limits/registry";
import { storableText } from "../../text/storable-text";

const text = (max: number) => z.string().overwrite(storableText).trim().max(max);
const MOST = LIMITS.personaCharacters;
const lines = z.array(text(MOST.line).min(1)).max(LIMITS.listLines).default([]);

/** Where a post may appear, each with a persona of its own. */
export const PLATFORMS = [
  "blog",
  "linkedin",
  "medium",
  "substack",
  "x",
  "facebook",
  "instagram",
] as const;
export const platform = z.enum(PLATFORMS);
export type Platform = z.infer<typeof platform>;
export const PLATFORM_NAMES = {
  blog: "Blog",
  linkedin: "LinkedIn",
  medium: "Medium",
  substack: "Substack",
  x: "X",
  facebook: "Facebook",
  instagram: "Instagram",
} as const satisfies Record<Platform, string>;

/** How somebody writes. Every field can be written by hand; only the voice must be. */
export const persona = z.strictObject({
  voice: text(MOST.voice).min(1, "Say in a sentence or two who is speaking."),
  tone: text(MOST.tone).default(""),
  vocabulary: lines,
  sentenceLength: text(MOST.sentenceLength).default(""),
  dos: lines,
  donts: lines,
  sample: text(MOST.sample).default(""),
});
export type Persona = z.infer<typeof persona>;
export const PERSONA_FIELDS = [
  "voice",
  "tone",
  "vocabulary",
  "sentenceLength",
  "dos",
  "donts",
  "sample",
] as const satisfies readonly (keyof Persona)[];

/** Body of `PUT /api/onboarding/steps/persona`: one core persona, and one a chosen platform. */
export const personaData = z.strictObject({
  core: persona,
  platforms: z.partialRecord(platform, persona).default({}),
});
export type PersonaData = z.infer<typeof personaData>;

/** Body of `POST /api/onboarding/persona/generate`. A platform's persona begins with the core one. */
export const generatePersonaBody = z.union([
  z.strictObject({ target: z.literal("core") }),
  z.strictObject({ target: platform, core: persona }),
]);
export type GeneratePersonaBody = z.infer<typeof generatePersonaBody>;

/** Body of `POST /api/onboarding/persona/try`: one paragraph about `topic` in that voice. */
export const tryPersonaBody = z.strictObject({
  persona,
  topic,
});
export type TryPersonaBody = z.infer<typeof tryPersonaBody>;
