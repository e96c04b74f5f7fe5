import type { ReactNode } from "react";
import type { ClerkSite } from "@/lib/site/describe-site";

type ClerkGateProps = {
  clerk: ClerkSite | null;
  nonce: string | undefined;
  children: ReactNode;
};

/** Clerk around the pages that need it, in production only: in development none of its code runs. */
export async function ClerkGate({ clerk, nonce, children }: ClerkGateProps) {
  if (!clerk) return children;
  const { ClerkProvider } = await import("@clerk/nextjs");
  return (
    <ClerkProvider
      dynamic
      publishableKey={clerk.publishableKey}
      {...(clerk.proxyUrl ? { proxyUrl: clerk.proxyUrl } : {})}
      {...(clerk.scriptUrl ? { __internal_clerkJSUrl: clerk.scriptUrl } : {})}
      {...(clerk.uiUrl ? { __internal_clerkUIUrl: clerk.uiUrl } : {})}
      telemetry={{ disabled: true }}
      nonce={nonce}
      signInUrl="/sign-in"
      signUpUrl="/sign-up"
      signInFallbackRedirectUrl="/posts"
      signUpFallbackRedirectUrl="/onboarding"
      afterSignOutUrl="/"
      appearance={{ variables: CLERK_LOOK }}
    >
      {children}
    </ClerkProvider>
  );
}

const CLERK_LOOK = {
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
