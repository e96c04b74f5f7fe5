"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { USAGE_REFRESH_MS } from "@/lib/limits/paces";

/** Asks for the page again every three seconds while calls are under way. */
export function RefreshWhileSpending({ spending }: { spending: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!spending) return undefined;
    const timer = setInterval(() => router.refresh(), USAGE_REFRESH_MS);
    return () => clearInterval(timer);
  }, [spending, router]);
  return null;
}
