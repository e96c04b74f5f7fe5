import type { Metadata } from "next";
import { SignPage } from "@/app/_sign/sign-in-or-up-page";

export const metadata: Metadata = { title: "Create an account" };

export default function SignUpPage() {
  return <SignPage kind="sign-up" />;
}
