import "server-only";
import type { UserId } from "../../auth/user-id";
import { readStepData } from "../read-step-data";
import { listGapLines } from "../research/list-gap-lines";
import { researchData } from "../research/schema";
import { toLines } from "../to-lines";
import { listStyleLines } from "../website/list-style-lines";
import { websiteData } from "../website/schema";

/** What the steps before have learned of a user's writing and readers, as the lines of a prompt. */
export async function describeLearned(user: UserId): Promise<string[]> {
  const [site, research] = await Promise.all([
    readStepData(user, "website"),
    readStepData(user, "research"),
  ]);
  const profile = websiteData.safeParse(site.data).data?.profile;
  const found = researchData.safeParse(research.data).data;
  const subject = toLines([
    ["Writes about", profile?.description ?? ""],
    ["Audience", profile?.audience ?? ""],
  ]);
  const style = profile ? listStyleLines(profile) : [];
  return [...subject, ...style, ...(found ? listGapLines(found) : [])];
}
