import { expect } from "vitest";
import type { WorldName } from "./assistant-worlds";
import type { Effects } from "./read-effects";

/**
 * How one action is tried. `told` reads at once and changes nothing; `suggests` makes suggestions, each
 * of which can be accepted and undone; `acts` waits for a click, and then has its effect.
 */
export type ActionRow = {
  world: WorldName;
  args?: object;
  does: "told" | "suggests" | "acts";
  /** What it tells once it is done. */
  told?: object;
  /** What is different afterwards, of all that a user has: after the click, or after Accept. */
  changes?: (before: Effects) => Partial<Record<keyof Effects, unknown>>;
  /** It names no post: another user's cannot be asked for. */
  postless?: true;
};

const nextVersion = ({ version }: Effects) => ({ version: version + 1 });
const IN_A_WEEK = new Date(Date.now() + 7 * 86_400_000).toISOString();
const revises: ActionRow = {
  ...{ world: "written", args: { instruction: "Say it for beginners." }, does: "suggests" },
  ...{ told: { status: "suggested" }, changes: nextVersion },
};
const suggests = (args?: object): ActionRow => ({
  ...revises,
  ...(args ? { args } : { args: {} }),
});
const tells = (told: object, args: object = {}): ActionRow => {
  return { world: "written", args, does: "told", told };
};
const acts = (row: Omit<ActionRow, "does">): ActionRow => ({ ...row, does: "acts" });

/** Every action of the registry, each with the world in which it is tried and what it must do there. */
export const ACTION_ROWS: Readonly<Record<string, ActionRow>> = {
  explain_step: { ...tells({ step: "Website", number: 2 }), world: "wizard", postless: true },
  fill_website_form: {
    ...{ world: "wizard", does: "suggests", postless: true },
    args: { business: "We repair city bicycles for commuters in Bremen, and teach it." },
    ...{ told: { status: "suggested" }, changes: () => ({ drafts: ["website"] }) },
  },
  suggest_competitors: {
    ...{ world: "wizard", does: "suggests", postless: true },
    args: { description: "Articles about caching for web developers." },
    ...{ told: { status: "suggested" }, changes: () => ({ drafts: ["research"] }) },
  },
  draft_persona: {
    ...{ world: "wizard", does: "suggests", postless: true },
    ...{ told: { status: "suggested" }, changes: () => ({ drafts: ["persona"] }) },
  },
  start_post: acts({
    ...{ world: "written", args: { topic: "Bicycles in the city", wordCount: 300 } },
    ...{ told: { status: "started" }, postless: true },
    changes: ({ posts }) => ({ posts: posts + 1 }),
  }),
  list_posts: { ...tells({ all: 1 }), postless: true },
  read_post: tells({ status: "ready", sources: 3, claims: 3 }),
  read_section: tells({ status: "read", sectionId: "sec-2" }, { question: "What does it say?" }),
  list_sources: tells({ sources: ["S1", "S2", "S3"].map((id) => expect.objectContaining({ id })) }),
  ask_research: tells({ status: "answered" }, { question: "How many pages does the cache hold?" }),
  find_more_sources: suggests({ instruction: "caching of routes" }),
  change_outline: suggests({ change: "rename", sectionId: "sec-1", heading: "Begin here" }),
  approve_outline: acts({
    ...{ world: "outlined", told: { status: "writing" } },
    changes: () => ({ isWriting: true }),
  }),
  rewrite_section: revises,
  expand_section: revises,
  shorten_section: revises,
  change_tone: suggests({ tone: "friendly" }),
  simplify_section: suggests(),
  smooth_transitions: suggests(),
  check_facts: tells({ sectionId: "sec-2", unsupported: 0 }),
  propose_openings: { ...suggests(), told: { openings: 3 } },
  propose_titles: tells({ titles: expect.any(Array) }),
  change_title: suggests({ title: "Another title" }),
  propose_links: { ...suggests(), world: "published" },
  analyze_seo: tells({ total: expect.any(Number) }),
  apply_seo_fix: suggests(),
  propose_metadata: suggests({ keyword: "route cache" }),
  export_post: tells({ status: "offered", format: "docx" }, { format: "docx" }),
  publish_post: acts({
    ...{ world: "published", args: { as: "live" }, told: { status: "live" } },
    changes: ({ publications }) => ({ publications: publications + 1 }),
  }),
  schedule_post: acts({
    ...{ world: "published", args: { at: IN_A_WEEK }, told: { status: "scheduled" } },
    changes: ({ publications }) => ({ publications: publications + 1 }),
  }),
  duplicate_post: acts({
    ...{ world: "written", told: { status: "copied" } },
    changes: ({ posts }) => ({ posts: posts + 1 }),
  }),
  delete_post: acts({
    ...{ world: "written", told: { status: "deleted" } },
    changes: () => ({ posts: 0, deleted: 1, version: 0 }),
  }),
  restore_post: acts({
    ...{ world: "deleted", told: { status: "restored" } },
    changes: () => ({ posts: 1, deleted: 0, version: 2 }),
  }),
  check_keys: { ...tells({ keys: expect.any(Array) }), postless: true },
  show_usage: { ...tells({ cap: { monthlyUsd: null } }), postless: true },
  set_cap: acts({
    ...{ world: "written", args: { monthlyUsd: 5 }, told: { status: "set", monthlyUsd: 5 } },
    ...{ changes: () => ({ monthlyUsd: 5 }), postless: true },
  }),
};
