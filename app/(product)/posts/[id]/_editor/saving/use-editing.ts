"use client";
import { useState, useSyncExternalStore } from "react";
import type { Post } from "@/lib/blog/schema";
import { EditingSession } from "./editing-session";

/** The editing of one post, and what it shows now. */
export function useEditing(post: Post) {
  const [session] = useState(() => new EditingSession(post));
  const state = useSyncExternalStore(session.subscribe, session.read, session.read);
  return { session, ...state };
}

/** What the parts of the editor are given. */
export type Editing = ReturnType<typeof useEditing>;
