"use client";
import { useDebouncedCallback, useHotkeys, useWindowEvent } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { AUTOSAVE_MS } from "@/lib/limits/paces";
import { isSameDraft, toDraft } from "./draft";
import { keepDraft } from "./kept-draft";
import type { Editing } from "./use-editing";

const KEEP_MS = 300;
const RETRY_MS = 5_000;

/**
 * Saves 1.5 s after the last change, when the page is hidden and on Ctrl or ⌘ + S; until the server
 * has it, this browser keeps it. Where the server cannot be reached, it is asked again.
 *
 * @param paused while earlier words wait for a decision: nothing kept may be overwritten.
 */
export function useAutosave(editing: Editing, paused: boolean): void {
  const { session, draft, base } = editing;
  const save = () => void session.save();
  const saveSoon = useDebouncedCallback(save, AUTOSAVE_MS);
  const keep = () => {
    if (!paused && !isSameDraft(draft, toDraft(base.document)))
      keepDraft(base.id, base.version, draft);
  };
  const keepSoon = useDebouncedCallback(keep, KEEP_MS);
  const seen = useRef(draft);
  useEffect(() => {
    if (seen.current === draft) return;
    seen.current = draft;
    saveSoon();
    keepSoon();
  }, [draft, saveSoon, keepSoon]);

  const failed = editing.save.kind === "failed" && editing.save.passing;
  useEffect(() => {
    if (!failed) return;
    const timer = setInterval(() => void session.save(), RETRY_MS);
    return () => clearInterval(timer);
  }, [failed, session]);

  const saveNow = () => {
    keep();
    save();
  };
  useWindowEvent("online", save);
  useWindowEvent("pagehide", saveNow);
  useWindowEvent("visibilitychange", () => {
    if (window.document.visibilityState === "hidden") saveNow();
  });
  useHotkeys([["mod+S", saveNow]], [], true);
}
