import type { PublishInput, PublishSite } from "@/lib/publish/schema";

/** What the author has chosen in the dialog; `at` is a local time as the browser's field writes it. */
export type Plan = {
  siteId: string;
  as: PublishInput["as"];
  at: string;
  acceptUnsupported: boolean;
  recreate: boolean;
};

/** What was chosen, while its site is still connected; a draft on the primary site otherwise. */
export function keepPlan(plan: Plan | null, sites: readonly PublishSite[]): Plan {
  if (plan && sites.some(({ id }) => id === plan.siteId)) return plan;
  const primary = sites.find(({ isPrimary }) => isPrimary) ?? sites[0];
  const siteId = primary?.id ?? "";
  return { siteId, as: "draft", at: "", acceptUnsupported: false, recreate: false };
}

/** The request of a plan. */
export function toInput({ siteId, as, at, acceptUnsupported, recreate }: Plan): PublishInput {
  return {
    ...{ integrationId: siteId, as, confirm: true, acceptUnsupported, recreate },
    ...(as === "schedule" && at !== "" ? { at: new Date(at).toISOString() } : {}),
  };
}

/** Why a plan cannot be carried out yet; null when it can. */
export function findPlanProblem({ as, at }: Plan, now: number): string | null {
  if (as !== "schedule") return null;
  if (at === "") return "Choose a day and a time.";
  return Date.parse(at) < now + 3 * 60_000
    ? "Choose a time at least three minutes from now."
    : null;
}

/** What confirming does, in a sentence or two. */
export function describePlan({ as, at }: Plan, site: PublishSite): string {
  const host = hostOf(site);
  const time = at === "" ? "the time you choose" : formatTime(at);
  const now = site.current?.status;
  if (!now) {
    if (as === "draft") return `A new draft is made on ${host}. Readers do not see it.`;
    if (as === "live") return `A new post goes live on ${host} at once. Readers see it.`;
    return `A new post is made on ${host}. Readers see it from ${time}.`;
  }
  const replaced = `The post that is on ${host} is replaced by this version, with whatever was changed there.`;
  if (as === "live") return `${replaced} Readers see it at once.`;
  const hidden = now === "live" ? " Until then readers no longer see it." : "";
  if (as === "schedule") return `${replaced} Readers see it from ${time}.${hidden}`;
  return now === "live"
    ? `${replaced} It becomes a draft: readers no longer see it.`
    : `${replaced} Readers do not see it.`;
}

/** The button that does it. */
export function nameAction({ as }: Plan, site: PublishSite): string {
  const verb = { draft: "Save the draft on", live: "Publish on", schedule: "Schedule on" }[as];
  return `${verb} ${hostOf(site)}`;
}

/** The host of a site, such as blog.example.org. */
export function hostOf({ siteUrl }: { siteUrl: string }): string {
  return new URL(siteUrl).host;
}

/** A time in the reader's own zone. */
export function formatTime(time: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" }).format(
    new Date(time),
  );
}
