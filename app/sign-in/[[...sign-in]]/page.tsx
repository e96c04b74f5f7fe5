import type { Metadata } from "next";
import { SignInOrUpPage } from "@/app/_sign/sign-in-or-up-page";

export const metadata: Metadata = { title: "Sign in" };

export default function SignInPage() {
  return <SignInOrUpPage kind="sign-in" />;
}
