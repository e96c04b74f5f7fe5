import type { Element, ElementContent, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { changeElements, isNamed, styleOf, wrapIn } from "./walk-html";

/** An item as Word writes it: not in a list, but with the level of one. */
type Item = { level: number; ordered: boolean; start: number; children: ElementContent[] };

/** Makes lists of the paragraphs and one-item lists that Word copies in their place. */
export function listWordItems(tree: Root): void {
  const body = wrapIn(
    "div",
    tree.children.filter((child) => child.type !== "doctype"),
  );
  changeElements(body, (element) => [{ ...element, children: gather(element.children) }]);
  tree.children = gather(body.children);
}

function gather(children: readonly ElementContent[]): ElementContent[] {
  const gathered: ElementContent[] = [];
  let items: Item[] = [];
  const close = () => {
    gathered.push(...nest(items));
    items = [];
  };
  for (const child of children) {
    const found = readItems(child);
    if (found.length > 0) items.push(...found);
    else if (!isBetween(child) || items.length === 0) {
      close();
      gathered.push(child);
    }
  }
  close();
  return gathered;
}

/** White space and comments part no list. */
function isBetween(child: ElementContent): boolean {
  return child.type === "comment" || (child.type === "text" && child.value.trim() === "");
}

/** The items of an element of Word: one of a paragraph, those of the wrapper that Word writes on the web. */
function readItems(node: ElementContent): Item[] {
  if (isNamed(node, "p", "div") && /level\d/.test(styleOf(node, "mso-list")))
    return [readParagraph(node)];
  if (!isNamed(node, "div") || !String(node.properties.className).includes("ListContainerWrapper"))
    return [];
  return node.children.flatMap((list) => {
    if (!isNamed(list, "ul", "ol")) return [];
    const items = list.children.filter((child): child is Element => isNamed(child, "li"));
    const start = Number(list.properties.start ?? 1);
    return items.map(({ properties, children }) => ({
      level: Number(properties.dataAriaLevel ?? 1),
      ordered: list.tagName === "ol",
      ...{ start, children },
    }));
  });
}

function readParagraph(paragraph: Element): Item {
  const level = Number(/level(\d+)/.exec(styleOf(paragraph, "mso-list"))?.[1] ?? 1);
  let sign = "";
  const inner = wrapIn("p", paragraph.children);
  changeElements(inner, (element) => {
    if (styleOf(element, "mso-list") !== "ignore") return [element];
    sign = textOf(element).trim();
    return [];
  });
  const start = Number.parseInt(sign, 10);
  const ordered = /^\(?[\p{L}\p{N}]+([.)]|$)/u.test(sign) && sign !== "o";
  return { level, ordered, start: Number.isNaN(start) ? 1 : start, children: [inner] };
}

/** Items in lists, those of a deeper level in the item before them. */
function nest(items: readonly Item[]): Element[] {
  const lists: Element[] = [];
  for (let at = 0; at < items.length; ) {
    const [first] = items.slice(at);
    if (!first) break;
    let to = at + 1;
    while (to < items.length && (items[to]?.level ?? 0) > first.level) to += 1;
    const item = wrapIn("li", [...first.children, ...nest(items.slice(at + 1, to))]);
    const last = lists.at(-1);
    const name = first.ordered ? "ol" : "ul";
    if (last?.tagName === name) last.children.push(item);
    else
      lists.push({
        ...wrapIn(name, [item]),
        properties: first.ordered ? { start: first.start } : {},
      });
    at = to;
  }
  return lists;
}
