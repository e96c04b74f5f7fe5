import "server-only";
import type { UserId } from "../auth/user-id";
import { listIntegrations } from "../integrations/list-integrations";
import { describeKeys } from "../keys/describe-keys";
import { listApiKeys } from "../keys/list-api-keys";
import { cutText } from "../text/cut-text";
import { findMissingKey } from "./find-missing-key";
import { PLATFORM_NAMES, PLATFORMS, personaData } from "./persona/schema";
import { readStepData } from "./read-step-data";
import { researchData } from "./research/schema";
import { STEPS, type StepId } from "./schema";
import { websiteData } from "./website/schema";

/** Characters of a line in the summary. */
const MOST_CHARACTERS = 160;

/** One thing that a step has taught, and what it changes; `learned` is null while it has not. */
export type Learned = {
  step: Exclude<StepId, "finish">;
  title: string;
  required: boolean;
  learned: string | null;
  /** What posts gain from it. */
  unlocks: string;
};

/** What the wizard knows of a user, step by step, with what it unlocks and what is missing. */
export async function summarizeOnboarding(user: UserId): Promise<Learned[]> {
  const [keys, site, research, persona, sites] = await Promise.all([
    tellKeys(user),
    describeSite(user),
    describeResearch(user),
    describePersonas(user),
    describeSites(user),
  ]);
  const found = { "api-keys": keys, website: site, research, persona, integrations: sites };
  return STEPS.flatMap(({ id, title, required }) =>
    id === "finish" ? [] : [{ step: id, title, required, learned: found[id], ...UNLOCKS[id] }],
  );
}

const UNLOCKS: Record<Learned["step"], { unlocks: string }> = {
  "api-keys": { unlocks: "Posts with sources, paid by your own accounts" },
  website: { unlocks: "Posts for your readers, in your style" },
  research: { unlocks: "Angles that your competitors leave open, and your own research depth" },
  persona: { unlocks: "Every section written in your voice" },
  integrations: { unlocks: "A site of yours that finished posts can go to" },
};

async function tellKeys(user: UserId): Promise<string | null> {
  const saved = await listApiKeys(user);
  return findMissingKey(saved) ? null : describeKeys(saved);
}

async function describeSite(user: UserId): Promise<string | null> {
  const { data } = await readStepData(user, "website");
  const profile = websiteData.safeParse(data).data?.profile;
  return profile ? `${cut(profile.description)} For: ${cut(profile.audience)}` : null;
}

async function describeResearch(user: UserId): Promise<string | null> {
  const { data } = await readStepData(user, "research");
  const research = researchData.safeParse(data).data;
  if (!research) return null;
  const { competitors, gaps, preferences } = research;
  const depth =
    preferences.depth === "auto" ? "research that fits each post" : `${preferences.depth} research`;
  return `${count(competitors.length, "competitor")}, ${count(gaps.length, "gap")}, ${depth}`;
}

async function describePersonas(user: UserId): Promise<string | null> {
  const { data } = await readStepData(user, "persona");
  const saved = personaData.safeParse(data).data;
  if (!saved) return null;
  const chosen = PLATFORMS.filter((id) => saved.platforms[id]).map((id) => PLATFORM_NAMES[id]);
  return chosen.length > 0
    ? `${cut(saved.core.voice)} Also for ${join(chosen)}.`
    : cut(saved.core.voice);
}

async function describeSites(user: UserId): Promise<string | null> {
  const sites = await listIntegrations(user);
  return sites.length > 0 ? join(sites.map(({ siteUrl }) => new URL(siteUrl).host)) : null;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function join(names: string[]): string {
  return new Intl.ListFormat("en").format(names);
}

/** Ended like a sentence. */
function cut(text: string): string {
  if (text.length > MOST_CHARACTERS) return `${cutText(text, MOST_CHARACTERS - 1).trimEnd()}…`;
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
