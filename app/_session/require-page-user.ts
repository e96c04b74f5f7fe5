import "server-only";
import { redirect } from "next/navigation";
import { getCurrentUser } from "@/lib/auth/get-current-user";

/** The user of a page of the product; a visitor without a session goes to sign in. */
export async function requirePageUser() {
  const user = await getCurrentUser();
  return user ?? redirect("/sign-in");
}
