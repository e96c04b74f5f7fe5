"use client";
import type { Editor } from "@tiptap/react";
import { PromptField } from "./prompt-field";
import { SlashMenu } from "./slash-menu";
import { useSlash } from "./use-slash";

/** What a slash opens in the text of a section: the commands, then the field of the one that asks. */
export function Slashes({ editor }: { editor: Editor | null }) {
  const { slash, prompting, choose, ask, leave } = useSlash(editor);
  if (!editor) return null;
  if (prompting)
    return <PromptField editor={editor} wish={prompting.wish} onAsk={ask} onLeave={leave} />;
  if (!slash) return null;
  return <SlashMenu editor={editor} slash={slash} onChoose={(command) => choose(command, slash)} />;
}
