"use client";
import { closeHistory } from "@tiptap/pm/history";
import { type Editor, useEditorState } from "@tiptap/react";
import { useCallback, useContext, useEffect, useRef, useState } from "react";
import { z } from "zod";
import { useWorkStream } from "@/app/_ui/work/use-work-stream";
import type { Continuation } from "@/lib/blog/edit/schema";
import { findPlace, limitAround, type Place, readAround } from "../text/find-place";
import { dropGhost, fitIn, ghostKey, showGhost, takeGhost } from "./ghost-text";
import { type Suggesting, SuggestingContext } from "./suggesting";
import { useListening } from "./use-listening";

/** The server's own answer, whose shape the schema of edits has. */
const continuation = z.custom<Continuation>(
  (value) =>
    z.object({ markdown: z.string(), citations: z.array(z.unknown()) }).safeParse(value).success,
);

/** Why nothing is shown after its owner has asked. */
export type Refusal = "nothing" | "unsaved" | "elsewhere";

/**
 * Suggestions in the text of one section: asked for by a pause in writing where that is switched on,
 * or by hand; one at a time, and given up as soon as something is typed.
 */
export function useSuggestion(editor: Editor | null, sectionId: string) {
  const suggesting = useContext(SuggestingContext);
  const { start, stop, ...work } = useWorkStream();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const turn = useRef<object | null>(null);
  /** What was wished for last: “Ask again” asks for that. */
  const wished = useRef<string | undefined>(undefined);
  const latest = useRef(suggesting);
  useEffect(() => {
    latest.current = suggesting;
  });
  const cancel = useCallback(() => {
    if (turn.current) stop();
    turn.current = null;
  }, [stop]);

  const ask = useCallback(
    async (byHand: boolean, wish?: string) => {
      const shared = latest.current;
      const place = editor?.isEditable ? findPlace(editor.state) : null;
      if (!editor || !shared || turn.current) return;
      if (byHand) shared.setPaused(false);
      setRefusal(byHand && !place ? "elsewhere" : null);
      if (!place) return;
      const own = {};
      turn.current = own;
      const isMine = () => turn.current === own && !editor.isDestroyed;
      const ready = await shared.prepare(sectionId);
      if (!isMine()) return;
      if (!ready) {
        turn.current = null;
        return setRefusal("unsaved");
      }
      const around = readAround(editor.state.doc, place.pos);
      const url = `/api/blog/posts/${shared.postId}/sections/${sectionId}/continue`;
      const onDone = (data: unknown) => {
        if (!isMine()) return;
        const shown = show(editor, place, shared, data);
        if (!shown && byHand) setRefusal("nothing");
      };
      const asked = { ...limitAround(around), ...(wish ? { wish } : {}) };
      wished.current = wish;
      await start(url, asked, { onDone });
      if (isMine()) turn.current = null;
    },
    [editor, sectionId, start],
  );

  const take = useCallback(() => {
    const ghost = editor && ghostKey.getState(editor.state);
    if (!editor || !ghost) return;
    latest.current?.cite(ghost.citations);
    editor.view.dispatch(takeGhost(editor.state, ghost));
    editor.view.dispatch(closeHistory(editor.state.tr));
    editor.commands.focus();
  }, [editor]);

  useListening(editor, { ask, take, cancel, isOn: () => isOn(latest.current) });
  const { problem } = work;
  useEffect(() => {
    if (problem) latest.current?.setPaused(true);
  }, [problem]);
  const ghost = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      (now && !now.isDestroyed && ghostKey.getState(now.state)) || null,
  });
  const drop = () => editor?.view.dispatch(dropGhost(editor.state));
  return { ...work, ghost, refusal, take, drop, askAgain: () => void ask(true, wished.current) };
}

/** What the line beneath a section shows of it. */
export type Suggestion = ReturnType<typeof useSuggestion>;

function isOn(suggesting: Suggesting | null): boolean {
  return suggesting?.automatic === true && !suggesting.paused;
}

/** Shows what has come, if there is something and the cursor is where it was asked for. */
function show(editor: Editor, { pos }: Place, suggesting: Suggesting, data: unknown): boolean {
  const next = continuation.parse(data);
  if (next.markdown === "" || findPlace(editor.state)?.pos !== pos) return false;
  const content = fitIn(editor.state.doc, pos, next.markdown);
  const citations = suggesting.number(next);
  editor.view.dispatch(showGhost(editor.state, { pos, content, citations }));
  return true;
}
