import type { ElementContent, RootContent } from "hast";
import { toXast } from "hast-util-to-xast";
import type { Post } from "../../blog/schema";
import { element, text } from "../html/footnote-links";
import { styleCells } from "../html/style-cells";
import { languageOf } from "../language-of";
import type { Entry } from "./name-sections";
import { titleOf } from "./title-of";
import { STYLE, TEXT } from "./write-package";
import { writeXml } from "./write-xml";

const OPS = "http://www.idpf.org/2007/ops";

/** The text of a post as a page of a book. */
export function writeText(post: Post, content: readonly RootContent[]): string {
  const body = content.filter((node): node is ElementContent => node.type !== "doctype");
  const title = element("h1", {}, [text(titleOf(post))]);
  return writePage(post, [title, ...body.map(styleCells)]);
}

/** The contents of a book of one text. */
export function writeNav(post: Post, entries: readonly Entry[]): string {
  const whole = { id: "title", heading: titleOf(post) };
  const items = (entries.length > 0 ? entries : [whole]).map(({ id, heading }) => {
    const href = entries.length > 0 ? `${TEXT}#${id}` : TEXT;
    return element("li", {}, [element("a", { href }, [text(heading || titleOf(post))])]);
  });
  return writePage(post, [element("nav", { "epub:type": "toc" }, [element("ol", {}, items)])]);
}

function writePage(post: Post, content: ElementContent[]): string {
  const { language, direction } = languageOf(post.document);
  const named = language ? { lang: language, "xml:lang": language } : {};
  const html = element("html", { ...named, "xmlns:epub": OPS, dir: direction }, [
    element("head", {}, [
      element("title", {}, [text(titleOf(post))]),
      element("link", { rel: ["stylesheet"], href: STYLE }, []),
    ]),
    element("body", {}, content),
  ]);
  return writeXml(toXast(html));
}
