"use client";
import { isHistoryTransaction } from "@tiptap/pm/history";
import type { Transaction } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";
import { useEffect, useRef } from "react";
import { SUGGEST_MS } from "@/lib/limits/paces";
import { asksByItself, findPlace } from "../text/find-place";
import { dropGhost, ghostKey, hasTakenGhost, openGhostPlugin, readAsking } from "./ghost-text";

type Listening = {
  ask: (byHand: boolean, wish?: string) => Promise<void>;
  take: () => void;
  cancel: () => void;
  isOn: () => boolean;
};

/** Asks after a pause, and gives up when something is typed, the cursor moves or the text is left. */
export function useListening(editor: Editor | null, listening: Listening): void {
  const latest = useRef(listening);
  useEffect(() => {
    latest.current = listening;
  });
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const giveUp = () => {
      clearTimeout(timer);
      latest.current.cancel();
    };
    const onUpdate = ({ transaction }: { transaction: Transaction }) => {
      giveUp();
      if (hasTakenGhost(transaction) || isHistoryTransaction(transaction)) return;
      timer = setTimeout(() => {
        const isWriting = editor.isFocused && !editor.view.composing;
        if (isWriting && latest.current.isOn() && asksByItself(findPlace(editor.state)))
          void latest.current.ask(false);
      }, SUGGEST_MS);
    };
    const onTransaction = ({ transaction }: { transaction: Transaction }) => {
      const asking = readAsking(transaction);
      if (asking) void latest.current.ask(true, asking.wish);
    };
    const onBlur = ({ event }: { event: FocusEvent }) => {
      const to = event.relatedTarget;
      if (to instanceof Element && to.closest("[data-suggestion]")) return;
      giveUp();
      editor.view.dispatch(dropGhost(editor.state));
    };
    const onAsk = () => void latest.current.ask(true);
    const onTake = () => latest.current.take();
    const plugin = openGhostPlugin({ onAsk, onTake });
    editor.registerPlugin(plugin, (own, others) => [own, ...others]);
    editor.on("selectionUpdate", giveUp);
    editor.on("update", onUpdate);
    editor.on("transaction", onTransaction);
    editor.on("blur", onBlur);
    return () => {
      giveUp();
      editor.off("selectionUpdate", giveUp);
      editor.off("update", onUpdate);
      editor.off("transaction", onTransaction);
      editor.off("blur", onBlur);
      if (!editor.isDestroyed) editor.unregisterPlugin(ghostKey);
    };
  }, [editor]);
}
