import "server-only";
import { readConfig } from "../config/config";
import { isLoopback } from "../config/provider-hosts";
import { currentEnv, readVar } from "../env";
import type { Mode } from "../mode";

/** Where Clerk's scripts and its Frontend API are, when not at Clerk itself. Nothing in it is secret. */
export type ClerkSite = {
  publishableKey: string;
  proxyUrl: string | undefined;
  scriptUrl: string | undefined;
  uiUrl: string | undefined;
};

/** What every page needs to know of this instance. Nothing in it is secret. */
export type SiteInfo = {
  mode: Mode;
  /** The providers are the sandbox on this machine: replies are simulated. */
  simulated: boolean;
  /** Clerk, in production. */
  clerk: ClerkSite | null;
};

/** Describes this instance to its pages. Never throws: a wrong configuration counts as production. */
export function describeSite(): SiteInfo {
  const result = readConfig();
  if (!result.ok) return { mode: "production", simulated: false, clerk: null };
  const { mode, baseUrls } = result.config;
  return {
    mode,
    simulated: isLoopback(baseUrls.gemini) || isLoopback(baseUrls.exa),
    clerk: mode === "production" ? readClerkSite() : null,
  };
}

/** Read at run time, so that one build serves every instance. */
function readClerkSite(): ClerkSite | null {
  const env = currentEnv();
  const publishableKey = readVar(env, "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY");
  if (!publishableKey) return null;
  return {
    publishableKey,
    proxyUrl: readVar(env, "NEXT_PUBLIC_CLERK_PROXY_URL"),
    scriptUrl: readVar(env, "NEXT_PUBLIC_CLERK_JS_URL"),
    uiUrl: readVar(env, "NEXT_PUBLIC_CLERK_UI_URL"),
  };
}
