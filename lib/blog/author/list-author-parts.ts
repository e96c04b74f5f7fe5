import "server-only";
import type { UserId } from "../../auth/user-id";
import { PLATFORMS, type Platform } from "../../onboarding/persona/schema";
import { readStepData } from "../../onboarding/read-step-data";
import { type ResearchPreferences, researchData } from "../../onboarding/research/schema";
import type { AuthorPart } from "../schema";
import { loadAuthor } from "./load-author";

/** What a post of this user can be shaped by, and how deep they want it researched. */
export type Shaping = {
  parts: AuthorPart[];
  depth: ResearchPreferences["depth"];
  /** Platforms with a persona of their own, whose voice a post may take. */
  voices: Platform[];
};

/** The parts that exist for a user, for the form of a new post. */
export async function listAuthorParts(user: UserId): Promise<Shaping> {
  const [author, research] = await Promise.all([loadAuthor(user), readStepData(user, "research")]);
  const preferences = researchData.safeParse(research.data).data?.preferences;
  return {
    parts: author.parts.map(({ part }) => part),
    depth: preferences?.depth ?? "basic",
    voices: PLATFORMS.filter((id) => author.voices[id]),
  };
}
