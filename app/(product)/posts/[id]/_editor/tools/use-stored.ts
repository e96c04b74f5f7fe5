"use client";
import { useState } from "react";
import type { Post } from "@/lib/blog/schema";

/** Saves before a tool begins, and remembers when that failed. */
export function useStored(save: () => Promise<Post | null>) {
  const [unsaved, setUnsaved] = useState(false);
  const store = async () => {
    const stored = await save();
    setUnsaved(stored === null);
    return stored;
  };
  return { unsaved, store };
}
