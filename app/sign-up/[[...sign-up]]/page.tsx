import type { Metadata } from "next";
import { SignInOrUpPage } from "@/app/_sign/sign-in-or-up-page";

export const metadata: Metadata = { title: "Create an account" };

export default function SignUpPage() {
  return <SignInOrUpPage kind="sign-up" />;
}
