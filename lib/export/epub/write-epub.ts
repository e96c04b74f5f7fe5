import JSZip from "jszip";
import type { Post } from "../../blog/schema";
import { buildBody } from "../html/render-body";
import { languageOf } from "../language-of";
import { nameSections } from "./name-sections";
import { CONTAINER, NAV, PACKAGE, STYLE, TEXT, writePackage } from "./write-package";
import { writeNav, writeText } from "./write-pages";

/** A post as a book that reading apps and e-readers open: EPUB 3, with its sections as its contents. */
export async function writeEpub(post: Post): Promise<Buffer<ArrayBuffer>> {
  const { direction } = languageOf(post.document);
  const { sections, notes } = buildBody(post, { direction });
  const contents = nameSections([sections, notes]);
  const zip = new JSZip();
  const settings = { date: new Date(post.updatedAt) };
  /** Readers know the file by this one: the first, and not compressed. */
  zip.file("mimetype", "application/epub+zip", { ...settings, compression: "STORE" });
  for (const [name, content] of [
    ["META-INF/container.xml", CONTAINER],
    [`EPUB/${PACKAGE}`, writePackage(post)],
    [`EPUB/${NAV}`, writeNav(post, contents)],
    [`EPUB/${TEXT}`, writeText(post, [...sections.children, ...notes.children])],
    [`EPUB/${STYLE}`, CSS],
  ] as const)
    zip.file(name, content, { ...settings, createFolders: false });
  return Buffer.from(await zip.generateAsync({ type: "arraybuffer", compression: "DEFLATE" }));
}

const CSS = `body{line-height:1.5;overflow-wrap:break-word}
pre{white-space:pre-wrap}
table{border-collapse:collapse}
th,td{padding:.3em .8em .3em 0;border-bottom:1px solid #999;vertical-align:top}
blockquote{margin-inline:1.5em}
`;
