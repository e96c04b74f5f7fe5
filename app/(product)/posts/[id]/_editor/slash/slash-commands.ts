import type { Editor } from "@tiptap/react";
import { askForGhost } from "../suggesting/ghost-text";
import { SUGGESTION_COST } from "../suggesting/suggestion-price";

/** What can be chosen behind a slash. */
export type SlashCommand = {
  id: string;
  name: string;
  /** What it costs, and whose money that is. */
  price?: string;
  /** What it asks for, where that was typed behind the slash: it stays in the text until it is asked. */
  wish?: string;
  /** Takes the place of the slash; `prompt` opens the field for a wish. */
  run: (editor: Editor, prompt: () => void) => void;
};

/** Two words and more are no command's name: they may say what should be written. */
const READS_AS_WISH = /^\p{L}+\s+\p{L}/u;

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

/**
 * The commands that what was typed is the beginning of, from a word of their name on. Where there is
 * none, words that read like an instruction are one: to write that at the cursor.
 */
export function listCommands(query: string): SlashCommand[] {
  const wanted = query.trim().toLowerCase();
  const found = COMMANDS.filter(({ name }) => ` ${name.toLowerCase()}`.includes(` ${wanted}`));
  return found.length > 0 || !READS_AS_WISH.test(wanted) ? found : [toCommand(query.trim())];
}

function toCommand(wish: string): SlashCommand {
  return {
    id: "wish",
    name: `Write at the cursor: ${wish}`,
    price: SUGGESTION_COST,
    wish,
    run: (_, prompt) => prompt(),
  };
}
