import type { Element, ElementContent } from "xast";
import type { Post } from "../../blog/schema";
import { plainLine } from "../../text/plain-line";
import { languageOf } from "../language-of";
import { titleOf } from "./title-of";
import { writeXml } from "./write-xml";

/** The files of a book, beside each other. */
export const [PACKAGE, NAV, TEXT, STYLE] = [
  "package.opf",
  "nav.xhtml",
  "text.xhtml",
  "style.css",
] as const;

/** Where a reader finds the description of the book. */
export const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/${PACKAGE}" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

/** The description of a book: what it is called, in which language, since when, and its files. */
export function writePackage(post: Post): string {
  const { language, direction } = languageOf(post.document);
  const root = make(
    "package",
    {
      ...{ xmlns: "http://www.idpf.org/2007/opf", version: "3.0", "unique-identifier": "id" },
    },
    [
      make(
        "metadata",
        { "xmlns:dc": "http://purl.org/dc/elements/1.1/" },
        describe(post, language),
      ),
      make("manifest", {}, [
        file("nav", NAV, { "media-type": XHTML, properties: "nav" }),
        file("text", TEXT, { "media-type": XHTML }),
        file("style", STYLE, { "media-type": "text/css" }),
      ]),
      make("spine", { "page-progression-direction": direction }, [
        make("itemref", { idref: "text" }),
      ]),
    ],
  );
  return writeXml(root);
}

const XHTML = "application/xhtml+xml";

function describe(post: Post, language: string | null): Element[] {
  const { seo } = post.document;
  const seconds = `${post.updatedAt.slice(0, 19)}Z`;
  const description = plainLine(seo?.description ?? "");
  const tags = (seo?.tags ?? []).map(plainLine).filter(Boolean);
  return [
    say("dc:identifier", `urn:uuid:${post.id}`, { id: "id" }),
    say("dc:title", titleOf(post)),
    say("dc:language", language ?? "und"),
    say("dc:date", post.finishedAt ?? post.updatedAt),
    ...(description ? [say("dc:description", description)] : []),
    ...tags.map((tag) => say("dc:subject", tag)),
    say("meta", seconds, { property: "dcterms:modified" }),
  ];
}

function file(id: string, href: string, attributes: Record<string, string>): Element {
  return make("item", { id, href, ...attributes });
}

function say(name: string, value: string, attributes: Record<string, string> = {}): Element {
  return make(name, attributes, [{ type: "text", value }]);
}

function make(
  name: string,
  attributes: Record<string, string>,
  children: ElementContent[] = [],
): Element {
  return { type: "element", name, attributes, children };
}
