import "server-only";
import type { UserId } from "../../auth/user-id";
import { describePersona } from "../../onboarding/persona/describe-persona";
import {
  type PersonaData,
  PLATFORMS,
  type Platform,
  personaData,
} from "../../onboarding/persona/schema";
import { readStepData } from "../../onboarding/read-step-data";
import { listGapLines } from "../../onboarding/research/list-gap-lines";
import { type ResearchData, researchData } from "../../onboarding/research/schema";
import { toLines } from "../../onboarding/to-lines";
import { listStyleLines } from "../../onboarding/website/list-style-lines";
import { websiteData } from "../../onboarding/website/schema";
import { AUTHOR_PARTS, type AuthorPart, type GenerateBody } from "../schema";

/** What the wizard has learned of a user, as a post uses it: the lines of a prompt by part. */
export type Author = {
  parts: { part: AuthorPart; lines: string[] }[];
  /** Sites that the user never wants quoted. */
  avoidDomains: string[];
  /** Sites whose pages rank first among what was found. */
  preferDomains: string[];
};
/** Everything that was learned: also the persona of each platform, of which a post chooses one. */
export type LoadedAuthor = Author & { voices: Partial<Record<Platform, string[]>> };

/** Everything that was learned of a user, whatever a post makes of it. */
export async function loadAuthor(user: UserId): Promise<LoadedAuthor> {
  const [site, research, persona] = await Promise.all([
    readStepData(user, "website"),
    readStepData(user, "research"),
    readStepData(user, "persona"),
  ]);
  const found = researchData.safeParse(research.data).data;
  const profile = websiteData.safeParse(site.data).data?.profile;
  const personas = personaData.safeParse(persona.data).data;
  const voices = describeVoices(personas);
  const lines = {
    persona: voices.blog ?? (personas ? describePersona(personas.core) : []),
    style: profile ? listStyleLines(profile) : [],
    audience: toLines([["Audience", profile?.audience ?? ""]]),
    gaps: found ? listGapLines(found) : [],
    preferences: describePreferences(found),
  } satisfies Record<AuthorPart, string[]>;
  const parts = AUTHOR_PARTS.map((part) => ({ part, lines: lines[part] }));
  return {
    parts: parts.filter(({ lines: own }) => own.length > 0),
    avoidDomains: found?.preferences.avoidDomains ?? [],
    preferDomains: found?.preferences.preferDomains ?? [],
    voices,
  };
}

/**
 * What one post uses of it: what its request has not switched off, and does not say itself, in the
 * voice that it asks for. Without a persona for that platform the blog's speaks, or the core one.
 */
export function chooseAuthor(author: LoadedAuthor, request: GenerateBody): Author {
  const { useProfile = {}, audience, voice = "blog" } = request;
  const isUsed = (part: AuthorPart) =>
    useProfile[part] !== false && !(part === "audience" && audience);
  const parts = author.parts.filter(({ part }) => isUsed(part));
  const speak = author.voices[voice];
  return {
    parts: parts.map((one) => (one.part === "persona" && speak ? { ...one, lines: speak } : one)),
    avoidDomains: isUsed("preferences") ? author.avoidDomains : [],
    preferDomains: isUsed("preferences") ? author.preferDomains : [],
  };
}

function describeVoices(data: PersonaData | undefined): LoadedAuthor["voices"] {
  const voices = PLATFORMS.flatMap((id) => {
    const own = data?.platforms[id];
    return own ? [[id, describePersona(own)]] : [];
  });
  return Object.fromEntries(voices);
}

function describePreferences(research: ResearchData | undefined): string[] {
  if (!research) return [];
  const { contentTypes, factChecking, preferDomains } = research.preferences;
  return toLines([
    ["Kinds of post", contentTypes.join(", ")],
    ["Fact checking", factChecking ? "strict: leave out what no source states" : ""],
    ["Prefer sources of", preferDomains.join(", ")],
  ]);
}
