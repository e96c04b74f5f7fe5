"use client";
import { useHotkeys } from "@mantine/hooks";
import { useRouter } from "next/navigation";

/** `n` opens a new post, `/` goes to the search field of the page, or to the list that has one. */
export function Shortcuts() {
  const router = useRouter();
  useHotkeys([
    ["n", () => router.push("/posts/new")],
    ["/", () => focusSearch() || router.push("/posts")],
  ]);
  return null;
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>("input[type=search]");
  field?.focus();
  return field !== null;
}
