import { LIMITS } from "@/lib/limits/registry";
import type { PresentAnswer, PublishInput, PublishSite } from "@/lib/publish/schema";
import { EMPTY_LISTING, type ListingDraft, toListing } from "./listing-draft";

/** What the author has chosen in the dialog; `at` is a local time as the browser's field writes it. */
export type Plan = {
  siteId: string;
  as: PublishInput["as"];
  at: string;
  acceptUnsupported: boolean;
  /** What becomes of the text on the site where somebody has changed it; null until that is said. */
  text: "replace" | "keep" | null;
  listing: ListingDraft;
};

/** The site that posts go to unless another one is chosen. */
export function findPrimary(sites: readonly PublishSite[]): PublishSite | undefined {
  return sites.find(({ isPrimary }) => isPrimary) ?? sites[0];
}

/** A plan for a site of which nothing is known yet. */
export function planFor(siteId: string): Plan {
  const listing = EMPTY_LISTING;
  return { siteId, as: "draft", at: "", acceptUnsupported: false, text: null, listing };
}

/** A plan that leaves a post on the site in the state that it has. */
export function keepState(plan: Plan, { post }: PresentAnswer): Plan {
  if (!post) return { ...plan, as: "draft", at: "", text: null };
  const as = post.state === "scheduled" ? "schedule" : post.state;
  const at = post.state === "scheduled" && post.at ? toLocalField(post.at) : "";
  return { ...plan, as, at, text: null };
}

/** The request of a plan, for the post on the site as its author has seen it. */
export function toInput(plan: Plan, present: PresentAnswer, pictureRef?: string): PublishInput {
  const { siteId, as, at, acceptUnsupported, text } = plan;
  const { post, gone } = present;
  return {
    ...{ integrationId: siteId, as, confirm: true, acceptUnsupported },
    recreate: gone,
    keepText: text === "keep",
    listing: toListing(plan.listing, pictureRef),
    ...(post ? { replaces: { state: post.state, hash: post.hash } } : {}),
    ...(as === "schedule" && at !== "" ? { at: new Date(at).toISOString() } : {}),
  };
}

/** Why a plan cannot be carried out yet; null when it can. */
export function findPlanProblem({ as, at }: Plan, now: number): string | null {
  if (as !== "schedule") return null;
  if (at === "") return "Choose a day and a time.";
  const { leastMinutes } = LIMITS.scheduleAhead;
  return Date.parse(at) < now + leastMinutes * 60_000
    ? `Choose a time at least ${leastMinutes} minutes from now.`
    : null;
}

/** A time as the browser's field writes it, in the reader's own zone. */
function toLocalField(iso: string): string {
  const time = new Date(iso);
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
