import "server-only";
import type { UserId } from "../../auth/user-id";
import { LIMITS } from "../../limits/registry";
import { PLATFORMS, type Platform } from "../../onboarding/persona/schema";
import { readStepData } from "../../onboarding/read-step-data";
import { type ResearchPreferences, researchData } from "../../onboarding/research/schema";
import { cutText } from "../../text/cut-text";
import type { AuthorPart } from "../schema";
import { loadAuthor } from "./load-author";

/** What a post of this user can be shaped by, and how deep they want it researched. */
export type Shaping = {
  parts: AuthorPart[];
  depth: ResearchPreferences["depth"];
  /** Sites that they prefer: where the depth is to fit the post, naming some makes its search targeted. */
  preferDomains: string[];
  /** Platforms with a persona of their own, whose voice a post may take. */
  voices: Platform[];
  /** What competitors leave out, each as long as an angle may be: one of them may be what a post is about. */
  gaps: string[];
};

/** The parts that exist for a user, for the form of a new post. */
export async function listAuthorParts(user: UserId): Promise<Shaping> {
  const [author, research] = await Promise.all([loadAuthor(user), readStepData(user, "research")]);
  const { preferences, gaps = [] } = researchData.safeParse(research.data).data ?? {};
  return {
    parts: author.parts.map(({ part }) => part),
    depth: preferences?.depth ?? "basic",
    preferDomains: preferences?.preferDomains ?? [],
    gaps: [...new Set(gaps.map((gap) => cutText(gap, LIMITS.angleCharacters)))],
    voices: PLATFORMS.filter((id) => author.voices[id]),
  };
}
