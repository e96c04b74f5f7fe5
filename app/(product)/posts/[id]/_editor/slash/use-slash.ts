"use client";
import { type Editor, useEditorState } from "@tiptap/react";
import { useCallback, useEffect, useState } from "react";
import { askForGhost } from "../suggesting/ghost-text";
import { listCommands, type SlashCommand } from "./slash-commands";
import { closeSlash, openSlashPlugin, type Slash, slashKey } from "./slash-plugin";

/** The field for a wish: what it begins with, and where that was typed, if it was. */
type Prompting = { wish: string; typed: Slash | null };

/** The commands behind a slash in the text of one section, and the field that one of them opens. */
export function useSlash(editor: Editor | null) {
  const [prompting, setPrompting] = useState<Prompting | null>(null);
  const slash = useEditorState({ editor, selector: ({ editor: now }) => readSlash(now) });
  const choose = useCallback(
    (command: SlashCommand | undefined, slash: Slash) => {
      if (!editor || !command) return;
      const { wish = "" } = command;
      if (wish === "") editor.chain().focus().deleteRange(slash).run();
      else editor.view.dispatch(closeSlash(editor.state));
      command.run(editor, () => setPrompting({ wish, typed: wish === "" ? null : slash }));
    },
    [editor],
  );
  useEffect(() => {
    if (!editor) return;
    const plugin = openSlashPlugin({
      count: (query) => listCommands(query).length,
      onChoose: (chosen) => choose(listCommands(chosen.query)[chosen.marked], chosen),
    });
    editor.registerPlugin(plugin, (own, others) => [own, ...others]);
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(slashKey);
    };
  }, [editor, choose]);
  const leave = () => {
    setPrompting(null);
    editor?.commands.focus();
  };
  const ask = (wish: string) => {
    leave();
    if (!editor) return;
    if (prompting?.typed) deleteTyped(editor, prompting.typed);
    editor.view.dispatch(askForGhost(editor.state, wish));
  };
  return { slash, prompting, choose, ask, leave };
}

/** Its wish goes from the text once it is asked, if it still stands there. */
function deleteTyped(editor: Editor, { from, to, query }: Slash): void {
  const { doc } = editor.state;
  if (to <= doc.content.size && doc.textBetween(from, to) === `/${query}`)
    editor.commands.deleteRange({ from, to });
}

function readSlash(editor: Editor | null): Slash | null {
  if (!editor || editor.isDestroyed || !editor.isEditable) return null;
  return slashKey.getState(editor.state) ?? null;
}
