"use client";
import dynamic from "next/dynamic";
import { SkeletonLines } from "../_ui/work/skeleton-lines";

const SignIn = dynamic(() => import("@clerk/nextjs").then((clerk) => clerk.SignIn));
const SignUp = dynamic(() => import("@clerk/nextjs").then((clerk) => clerk.SignUp));

const ClerkFailed = dynamic(() => import("@clerk/nextjs").then((clerk) => clerk.ClerkFailed));

/** Clerk's own form, with the product's pages on either side of it. */
export function ClerkForm({ kind }: { kind: "sign-in" | "sign-up" }) {
  return (
    <>
      <ClerkFailed>
        <p role="alert">
          The sign-in service could not be reached. Check your connection and reload the page.
        </p>
      </ClerkFailed>
      <Form kind={kind} />
    </>
  );
}

function Form({ kind }: { kind: "sign-in" | "sign-up" }) {
  const fallback = <SkeletonLines widths={[60, 100, 100, 40]} label="Loading the form" />;
  return kind === "sign-in" ? (
    <SignIn
      path="/sign-in"
      routing="path"
      signUpUrl="/sign-up"
      fallbackRedirectUrl="/posts"
      fallback={fallback}
    />
  ) : (
    <SignUp
      path="/sign-up"
      routing="path"
      signInUrl="/sign-in"
      fallbackRedirectUrl="/onboarding"
      fallback={fallback}
    />
  );
}
