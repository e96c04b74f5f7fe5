import type { ReactNode } from "react";
import type { ClerkSite } from "@/lib/site/describe-site";
import { describeClerk } from "./describe-clerk";

type ClerkGateProps = {
  clerk: ClerkSite | null;
  nonce: string | undefined;
  children: ReactNode;
};

/** Clerk around the pages whose forms are its own, in production only: in development none of its code runs. */
export async function ClerkGate({ clerk, nonce, children }: ClerkGateProps) {
  if (!clerk) return children;
  const { ClerkProvider } = await import("@clerk/nextjs");
  return (
    <ClerkProvider dynamic {...describeClerk(clerk, nonce)}>
      {children}
    </ClerkProvider>
  );
}
