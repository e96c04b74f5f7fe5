// @vitest-environment jsdom
import fc from "fast-check";
import JSZip from "jszip";
import { expect, test } from "vitest";
import { anyPost, buildPost } from "@/tests/world/posts/any-post";
import { readHtmlBack } from "@/tests/world/posts/read-exports";
import { scaled } from "@/tests/world/scale";
import type { Post } from "../../blog/schema";
import { plainLine } from "../../text/plain-line";
import { listFootnotes } from "../list-footnotes";
import { writeEpub } from "./write-epub";

/** The files of a book, each read as XML where it is; a reader takes none that is not well-formed. */
async function open(post: Post) {
  const bytes = await writeEpub(post);
  const zip = await JSZip.loadAsync(new Uint8Array(bytes));
  const read = async (name: string) => (await zip.file(name)?.async("string")) ?? "";
  const parse = async (name: string) => {
    const xml = new DOMParser().parseFromString(await read(name), "application/xml");
    expect(xml.querySelector("parsererror")?.textContent, name).toBeUndefined();
    return xml;
  };
  const [container, book, nav, text] = await Promise.all(
    ["META-INF/container.xml", "EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/text.xhtml"].map(parse),
  );
  if (!container || !book || !nav || !text) throw new Error("A file of the book is missing.");
  return { bytes, names: Object.keys(zip.files), container, book, nav, text };
}

/** The page as a browser would write it as HTML, without what makes it one of a book. */
function toHtmlText(page: Document): string {
  page.querySelector("link")?.remove();
  for (const heading of page.querySelectorAll("[id^=section-]")) heading.removeAttribute("id");
  const html = document.implementation.createHTMLDocument();
  html.documentElement.replaceWith(html.importNode(page.documentElement, true));
  return html.documentElement.outerHTML;
}

test("a book read back has every heading, mark and source, its contents lead to them, and nothing is foreign", async () => {
  const property = fc.asyncProperty(anyPost, async (post) => {
    const { nav, text } = await open(post);
    for (const link of nav.querySelectorAll("a")) {
      const [, id] = (link.getAttribute("href") ?? "").split("#");
      if (id) expect(text.getElementById(id)?.localName).toBe("h2");
    }
    const read = readHtmlBack(toHtmlText(text));
    const footnotes = listFootnotes(post.document);
    const title = plainLine(post.document.title) || "Untitled";
    expect(read).toMatchObject({ title, foreign: [] });
    expect(read.headings).toEqual(post.document.sections.map(({ heading }) => plainLine(heading)));
    expect(read.marks).toEqual(footnotes.map(({ number }) => number));
    expect(read.notes.map(({ number }) => number)).toEqual(footnotes.map(({ number }) => number));
  });
  await fc.assert(property, { numRuns: scaled(300) });
});

test("a book begins with its type, and says its title, language, direction, tags and files", async () => {
  const seo = { keyword: "", title: "", titles: [], slug: "", description: "Wärme & <Kälte>" };
  const post = buildPost({
    title: "חימום & <בית>",
    sections: [
      {
        ...{ id: "sec-1", heading: "אחת", sourceIds: [] },
        markdown: `${"העבודה נמדדת בשעות והחום במעלות. ".repeat(5)}\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n\n- [x] \u000bdone`,
      },
    ],
    seo: { ...seo, tags: ["C#", "R&D"] },
  });
  const { bytes, names, book, text } = await open(post);
  expect(bytes.subarray(0, 58).toString("latin1")).toMatch(
    /^PK[\s\S]{28}mimetypeapplication\/epub\+zip$/,
  );
  expect(names).toEqual([
    "mimetype",
    "META-INF/container.xml",
    ...LISTED.map((name) => `EPUB/${name}`),
  ]);
  const said = (name: string) => [...book.getElementsByTagName(name)].map((one) => one.textContent);
  expect(said("dc:title")).toEqual(["חימום & <בית>"]);
  expect(said("dc:language")).toEqual(["he"]);
  expect(said("dc:subject")).toEqual(["C#", "R&D"]);
  expect(said("dc:description")).toEqual(["Wärme & <Kälte>"]);
  expect(said("dc:identifier")).toEqual([`urn:uuid:${post.id}`]);
  expect(book.querySelector("spine")?.getAttribute("page-progression-direction")).toBe("rtl");
  expect(text.documentElement.getAttribute("dir")).toBe("rtl");
  expect(text.querySelector("td:last-child")?.getAttribute("style")).toBe("text-align:right");
});

const LISTED = ["package.opf", "nav.xhtml", "text.xhtml", "style.css"];
