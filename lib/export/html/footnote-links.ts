import type { Element, ElementContent } from "hast";

/** Numbers the marks of each footnote while a text is turned into HTML. */
export type FootnoteLinks = {
  /** The next mark of a footnote, linked to its note. */
  mark: (number: number) => Element;
  /** Links from a note back to each of its marks. */
  back: (number: number) => ElementContent[];
  /** The id of a note. */
  noteId: (number: number) => string;
};

/** Ids begin with `prefix`, since a site may show several posts on one page. */
export function openFootnoteLinks(prefix: string): FootnoteLinks {
  const counts = new Map<number, number>();
  const noteId = (number: number) => `${prefix}note-${number}`;
  const markId = (number: number, time: number) =>
    `${prefix}mark-${number}${time > 1 ? `-${time}` : ""}`;
  return {
    noteId,
    mark: (number) => {
      const time = (counts.get(number) ?? 0) + 1;
      counts.set(number, time);
      const properties = { href: `#${noteId(number)}`, id: markId(number, time) };
      const role = { role: "doc-noteref", ariaLabel: `Source ${number}` };
      const link = element("a", { ...properties, ...role }, [text(String(number))]);
      return element("sup", {}, [link]);
    },
    back: (number) =>
      Array.from({ length: counts.get(number) ?? 0 }, (_, index) => {
        const href = `#${markId(number, index + 1)}`;
        const name =
          index === 0 ? `Back to mark ${number}` : `Back to mark ${number}, ${index + 1}`;
        const properties = { href, role: "doc-backlink", ariaLabel: name };
        return [text(" "), element("a", properties, [text("↩\uFE0E")])];
      }).flat(),
  };
}

/** An element of an HTML tree. */
export function element(
  tagName: string,
  properties: Element["properties"],
  children: ElementContent[],
): Element {
  return { type: "element", tagName, properties, children };
}

/** Text of an HTML tree; it is escaped when written. */
export function text(value: string): ElementContent {
  return { type: "text", value };
}
