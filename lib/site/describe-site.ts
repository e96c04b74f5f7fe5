import "server-only";
import { readConfig } from "../config";
import { currentEnv, readVar } from "../env";
import type { Mode } from "../mode";
import { isLoopback } from "../provider-hosts";

/** What every page needs to know of this instance. Nothing in it is secret. */
export type SiteInfo = {
  mode: Mode;
  /** The providers are the sandbox on this machine: replies are simulated. */
  simulated: boolean;
  /** Clerk's publishable key, in production. */
  clerkPublishableKey: string | null;
};

/** Describes this instance to its pages. Never throws: a wrong configuration counts as production. */
export function describeSite(): SiteInfo {
  const result = readConfig();
  if (!result.ok) return { mode: "production", simulated: false, clerkPublishableKey: null };
  const { mode, baseUrls } = result.config;
  const clerkKey = readVar(currentEnv(), "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY");
  return {
    mode,
    simulated: isLoopback(baseUrls.gemini) || isLoopback(baseUrls.exa),
    clerkPublishableKey: mode === "production" ? (clerkKey ?? null) : null,
  };
}
