import "server-only";
import type { UserId } from "../auth/user-id";
import { describePersona, toLines } from "../onboarding/persona/describe-persona";
import { type PersonaData, personaData } from "../onboarding/persona/schema";
import { readStepData } from "../onboarding/read-step-data";
import { type ResearchData, researchData } from "../onboarding/research/schema";
import { type WebsiteData, websiteData } from "../onboarding/website/schema";
import { AUTHOR_PARTS, type AuthorPart, type GenerateBody } from "./schema";

/** What the wizard has learned of a user, as a post uses it: the lines of a prompt by part. */
export type Author = {
  parts: { part: AuthorPart; lines: string[] }[];
  /** Sites that the user never wants quoted. */
  avoidDomains: string[];
};

/** Everything that was learned of a user, whatever a post makes of it. */
export async function loadAuthor(user: UserId): Promise<Author> {
  const [site, research, persona] = await Promise.all([
    readStepData(user, "website"),
    readStepData(user, "research"),
    readStepData(user, "persona"),
  ]);
  const found = researchData.safeParse(research.data).data;
  const profile = websiteData.safeParse(site.data).data?.profile;
  const lines = {
    persona: describeBlogPersona(personaData.safeParse(persona.data).data),
    style: describeStyle(profile),
    audience: toLines([["Audience", profile?.audience ?? ""]]),
    gaps: toLines([
      ["Competitors write about", found?.topics.join("; ") ?? ""],
      ["Gaps they leave", found?.gaps.join("; ") ?? ""],
    ]),
    preferences: describePreferences(found),
  } satisfies Record<AuthorPart, string[]>;
  const parts = AUTHOR_PARTS.map((part) => ({ part, lines: lines[part] }));
  return {
    parts: parts.filter(({ lines: own }) => own.length > 0),
    avoidDomains: found?.preferences.avoidDomains ?? [],
  };
}

/** What one post uses of it: what its request has not switched off, and does not say itself. */
export function chooseAuthor(author: Author, request: GenerateBody): Author {
  const { useProfile = {}, audience } = request;
  const isUsed = (part: AuthorPart) =>
    useProfile[part] !== false && !(part === "audience" && audience);
  return {
    parts: author.parts.filter(({ part }) => isUsed(part)),
    avoidDomains: isUsed("preferences") ? author.avoidDomains : [],
  };
}

/** The platform of a post is the blog; without a persona for it the core one speaks. */
function describeBlogPersona(data: PersonaData | undefined): string[] {
  return data ? describePersona(data.platforms.blog ?? data.core) : [];
}

function describeStyle(profile: WebsiteData["profile"] | undefined): string[] {
  if (!profile) return [];
  return toLines([
    ["Writing style", profile.writingStyle],
    ["Brand voice", profile.brandVoice],
    ["Content type", profile.contentType],
    ["Patterns", profile.patterns.join("; ")],
    ["Guidelines", profile.guidelines.join("; ")],
    ["Avoid", profile.avoid.join("; ")],
  ]);
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
