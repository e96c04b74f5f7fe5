import type { Editor } from "@tiptap/react";
import { isWebAddress } from "@/lib/markdown/list-links";

/** What somebody typed as the address of a web page; null when it is none. */
export function readAddress(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!isWebAddress(address)) return null;
  const { hostname, href } = new URL(address);
  return hostname.includes(".") ? href : null;
}

/** The address that the words at the cursor link to; "" without one. */
export function findLink(editor: Editor): string {
  return String(editor.getAttributes("link").href ?? "");
}

/** Links the selected words, or those of the link at the cursor; where there are none, the address itself. */
export function setLink(editor: Editor, href: string): void {
  const { empty } = editor.state.selection;
  if (empty && findLink(editor) === "") {
    const words = { type: "text", text: href, marks: [{ type: "link", attrs: { href } }] };
    editor.chain().focus().insertContent(words).run();
    return;
  }
  editor.chain().focus().extendMarkRange("link").setLink({ href }).run();
}

/** Leaves the words of the link at the cursor as words. */
export function dropLink(editor: Editor): void {
  editor.chain().focus().extendMarkRange("link").unsetLink().run();
}
