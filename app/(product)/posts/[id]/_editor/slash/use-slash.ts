"use client";
import { type Editor, useEditorState } from "@tiptap/react";
import { useCallback, useEffect, useState } from "react";
import { askForGhost } from "../suggesting/ghost-text";
import { listCommands, type SlashCommand } from "./slash-commands";
import { openSlashPlugin, type Slash, slashKey } from "./slash-plugin";

/** The commands behind a slash in the text of one section, and the field that one of them opens. */
export function useSlash(editor: Editor | null) {
  const [prompting, setPrompting] = useState(false);
  const slash = useEditorState({ editor, selector: ({ editor: now }) => readSlash(now) });
  const choose = useCallback(
    (command: SlashCommand | undefined, { from, to }: Slash) => {
      if (!editor || !command) return;
      editor.chain().focus().deleteRange({ from, to }).run();
      command.run(editor, () => setPrompting(true));
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
    setPrompting(false);
    editor?.commands.focus();
  };
  const ask = (wish: string) => {
    leave();
    editor?.view.dispatch(askForGhost(editor.state, wish));
  };
  return { slash, prompting, choose, ask, leave };
}

function readSlash(editor: Editor | null): Slash | null {
  if (!editor || editor.isDestroyed || !editor.isEditable) return null;
  const slash = slashKey.getState(editor.state);
  return slash && listCommands(slash.query).length > 0 ? slash : null;
}
