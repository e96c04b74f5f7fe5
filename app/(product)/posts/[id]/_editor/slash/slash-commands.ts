import type { Editor } from "@tiptap/react";
import { askForGhost } from "../suggesting/ghost-text";
import { SUGGESTION_COST } from "../suggesting/suggestion-price";

/** What can be chosen behind a slash. */
export type SlashCommand = {
  id: string;
  name: string;
  /** What it costs, and whose money that is. */
  price?: string;
  /** Takes the place of the slash; `prompt` opens the field for a wish. */
  run: (editor: Editor, prompt: () => void) => void;
};

const COMMANDS: SlashCommand[] = [
  {
    id: "prompt",
    name: "Write what I ask for…",
    price: SUGGESTION_COST,
    run: (_, prompt) => prompt(),
  },
  {
    id: "next",
    name: "Go on from here",
    price: SUGGESTION_COST,
    run: (editor) => editor.view.dispatch(askForGhost(editor.state)),
  },
  {
    id: "heading",
    name: "Subheading",
    run: (editor) => editor.commands.setHeading({ level: 3 }),
  },
  { id: "bullets", name: "List", run: (editor) => editor.commands.toggleBulletList() },
  { id: "numbers", name: "Numbered list", run: (editor) => editor.commands.toggleOrderedList() },
  { id: "quote", name: "Quotation", run: (editor) => editor.commands.setBlockquote() },
  { id: "code", name: "Code", run: (editor) => editor.commands.setCodeBlock() },
];

/** The commands of which a word begins with what was typed. */
export function listCommands(query: string): SlashCommand[] {
  const wanted = query.toLowerCase();
  return COMMANDS.filter(({ name }) =>
    name
      .toLowerCase()
      .split(" ")
      .some((word) => word.startsWith(wanted)),
  );
}
