import { Extension, type JSONContent } from "@tiptap/core";
import {
  DOMSerializer,
  Fragment,
  Node,
  type ResolvedPos,
  type Schema,
  Slice,
} from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { isWebAddress } from "@/lib/markdown/list-links";
import type { LeftOut } from "@/lib/markdown/pasted/drop-foreign";
import { readPastedHtml, readPastedText } from "@/lib/markdown/pasted/read-pasted";
import { parseSection } from "../text/parse-section";

type PasteOptions = {
  /** Told what of a paste a section has no form for. */
  onLeftOut: (leftOut: LeftOut) => void;
};
/** What an editor of ours has copied it reads itself, and the words of one line with their marks. */
const OWN = "data-pm-slice";
const NEEDS_READING =
  /<(p|div|h[1-6]|[uo]l|dl|table|pre|blockquote|hr|img|iframe|video|audio|svg|sup|sub)\b|mso-/i;
/** Beside it, editors of programs copy their colours as HTML. */
const CODE_EDITOR = "vscode-editor-data";

/** Whatever is pasted becomes the blocks that its Markdown reads as: what is seen is what is saved. */
export const PasteExtension = Extension.create<PasteOptions>({
  name: "readPasted",
  addOptions: () => ({ onLeftOut: () => undefined }),
  addProseMirrorPlugins() {
    const { onLeftOut } = this.options;
    const props = {
      handlePaste: pasteProgram,
      clipboardTextParser: readText,
      transformPastedHTML: (html: string, view: EditorView) => {
        if (html.includes(OWN) || !NEEDS_READING.test(html)) return html;
        const { markdown, leftOut } = readPastedHtml(html);
        if (Object.values(leftOut).some((count) => count > 0)) onLeftOut(leftOut);
        return writeHtml(parseSection(markdown).blocks, view.state.schema);
      },
    };
    return [new Plugin({ props })];
  },
});

function pasteProgram(view: EditorView, event: ClipboardEvent): boolean {
  const { clipboardData } = event;
  const { $from } = view.state.selection;
  if (!clipboardData?.types.includes(CODE_EDITOR) || $from.parent.type.spec.code) return false;
  const slice = readText(clipboardData.getData("text/plain"), $from, false, view);
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta("paste", true));
  return true;
}

/** Text with marks of Markdown as its blocks; as it stands where it was asked for plainly, or has none. */
function readText(text: string, _: ResolvedPos, plain: boolean, { state }: EditorView): Slice {
  const blocks = plain ? [] : readBlocks(text);
  const read = blocks.every(isPlainParagraph)
    ? text.split(/(?:\r\n?|\n)+/).map(toParagraph)
    : blocks;
  return Slice.maxOpen(toFragment(read, state.schema));
}

/** An address alone is a link to it. */
function readBlocks(text: string): JSONContent[] {
  const href = text.trim();
  if (/\s/.test(href) || !isWebAddress(href)) return parseSection(readPastedText(text)).blocks;
  const marks = [{ type: "link", attrs: { href } }];
  return [{ type: "paragraph", content: [{ type: "text", text: href, marks }] }];
}

function isPlainParagraph({ type, content = [] }: JSONContent): boolean {
  return type === "paragraph" && content.every((node) => node.type === "text" && !node.marks);
}

function toParagraph(text: string): JSONContent {
  return { type: "paragraph", content: text === "" ? [] : [{ type: "text", text }] };
}

function toFragment(blocks: readonly JSONContent[], schema: Schema): Fragment {
  return Fragment.fromArray(blocks.map((block) => Node.fromJSON(schema, block)));
}

function writeHtml(blocks: readonly JSONContent[], schema: Schema): string {
  const written = DOMSerializer.fromSchema(schema).serializeFragment(toFragment(blocks, schema));
  const page = document.createElement("div");
  page.append(written);
  return page.innerHTML;
}
