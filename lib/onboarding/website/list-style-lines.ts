import { toLines } from "../to-lines";
import type { WebsiteProfile } from "./schema";

/** How a site sounds, as the lines of a prompt. */
export function listStyleLines(profile: WebsiteProfile): string[] {
  return toLines([
    ["Writing style", profile.writingStyle],
    ["Brand voice", profile.brandVoice],
    ["Content type", profile.contentType],
    ["Patterns", profile.patterns.join("; ")],
    ["Guidelines", profile.guidelines.join("; ")],
    ["Avoid", profile.avoid.join("; ")],
  ]);
}
