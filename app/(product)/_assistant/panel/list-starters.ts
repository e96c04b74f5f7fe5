import type { CurrentPhase } from "@/app/_ui/current-phase";
import type { Page } from "@/lib/copilot/schema";

const READ = "Read post: where does it stand?";
/** What suits a post as far as it has come: each is something that the assistant can do then. */
const OF_POST = {
  writing: [READ, "List its sources", "Show usage"],
  outline: ["List its sources", "Change the outline: add …", "Approve the outline"],
  ended: [READ, "List its sources", "Check my keys"],
  written: [READ, "Analyze SEO", "Propose titles", "Check facts"],
} as const satisfies Record<CurrentPhase, readonly string[]>;

/** What one may ask here, without asking a model for it. */
export function listStarters(
  { place }: Pick<Page, "place">,
  phase: CurrentPhase | undefined,
): readonly string[] {
  if (place === "wizard") return ["Explain this step", "Check my keys", "Suggest competitors"];
  if (place === "post") return phase ? OF_POST[phase] : [READ];
  return ["List my posts", "Check my keys", "Start a post about …"];
}
