import type { PresentAnswer, PublishSite } from "@/lib/publish/schema";
import { formatMoment } from "@/lib/text/format-day";
import type { Plan } from "./plan";

/** What confirming does, in a sentence or two. */
export function describePlan(
  { as, at, text }: Plan,
  site: PublishSite,
  present: PresentAnswer,
): string {
  const host = hostOf(site);
  const time = at === "" ? "the time you choose" : formatMoment(at);
  const now = present.post?.state;
  if (!now) {
    if (as === "draft") return `A new draft is made on ${host}. Readers do not see it.`;
    if (as === "live") return `A new post goes live on ${host} at once. Readers see it.`;
    return `A new post is made on ${host}. Readers see it from ${time}.`;
  }
  const replaced =
    text === "keep"
      ? `Title and text on ${host} stay as they are there.`
      : `The post that is on ${host} is replaced by this version.`;
  if (as === "live") return `${replaced} Readers see it at once.`;
  const hidden = now === "live" ? " Until then readers no longer see it." : "";
  if (as === "schedule") return `${replaced} Readers see it from ${time}.${hidden}`;
  return now === "live"
    ? `${replaced} It becomes a draft: readers no longer see it.`
    : `${replaced} Readers do not see it.`;
}

/** The button that does it. */
export function nameAction({ as }: Plan, site: PublishSite, present: PresentAnswer): string {
  const host = hostOf(site);
  if (present.gone) return `Make it anew on ${host}`;
  const now = present.post?.state;
  if (as === "live" && now === "live") return `Update on ${host}`;
  if (as === "draft" && now === "live") return `Take it down on ${host}`;
  const verb = { draft: "Save the draft on", live: "Publish on", schedule: "Schedule on" }[as];
  return `${verb} ${host}`;
}

/** The host of a site, such as blog.example.org. */
export function hostOf({ siteUrl }: { siteUrl: string }): string {
  return new URL(siteUrl).host;
}
