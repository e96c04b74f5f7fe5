import "server-only";
import type { UserId } from "../../auth/user-id";
import { readStepData } from "../read-step-data";
import { researchData } from "../research/schema";
import { websiteData } from "../website/schema";
import { toLines } from "./describe-persona";

/** What the steps before have learned of a user's writing and readers, as the lines of a prompt. */
export async function describeLearned(user: UserId): Promise<string[]> {
  const [site, research] = await Promise.all([
    readStepData(user, "website"),
    readStepData(user, "research"),
  ]);
  const profile = websiteData.safeParse(site.data).data?.profile;
  const { topics = [], gaps = [] } = researchData.safeParse(research.data).data ?? {};
  return toLines([
    ["Writes about", profile?.description ?? ""],
    ["Audience", profile?.audience ?? ""],
    ["Writing style", profile?.writingStyle ?? ""],
    ["Brand voice", profile?.brandVoice ?? ""],
    ["Content type", profile?.contentType ?? ""],
    ["Patterns", profile?.patterns.join("; ") ?? ""],
    ["Guidelines", profile?.guidelines.join("; ") ?? ""],
    ["Avoid", profile?.avoid.join("; ") ?? ""],
    ["Competitors write about", topics.join("; ")],
    ["Gaps they leave", gaps.join("; ")],
  ]);
}
