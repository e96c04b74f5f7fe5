import type { ClerkSite } from "@/lib/site/describe-site";

/** What Clerk's provider is told: where Clerk is, where our pages are, and how its forms look. */
export function describeClerk(clerk: ClerkSite, nonce: string | undefined) {
  return {
    publishableKey: clerk.publishableKey,
    ...(clerk.proxyUrl ? { proxyUrl: clerk.proxyUrl } : {}),
    ...(clerk.scriptUrl ? { __internal_clerkJSUrl: clerk.scriptUrl } : {}),
    ...(clerk.uiUrl ? { __internal_clerkUIUrl: clerk.uiUrl } : {}),
    telemetry: { disabled: true },
    nonce,
    signInUrl: "/sign-in",
    signUpUrl: "/sign-up",
    signInFallbackRedirectUrl: "/posts",
    signUpFallbackRedirectUrl: "/onboarding",
    afterSignOutUrl: "/",
    appearance: { variables: LOOK },
  };
}

const LOOK = {
  colorPrimary: "var(--accent)",
  colorPrimaryForeground: "var(--on-accent)",
  colorBackground: "var(--raised)",
  colorForeground: "var(--ink)",
  colorMutedForeground: "var(--soft)",
  colorInput: "var(--paper)",
  colorInputForeground: "var(--ink)",
  colorNeutral: "var(--ink)",
  colorDanger: "var(--bad)",
  fontFamily: "var(--font-ui)",
  borderRadius: "6px",
};
