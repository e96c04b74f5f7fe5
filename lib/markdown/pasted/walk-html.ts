import type { Element, ElementContent, Root } from "hast";

type Parent = Root | Element;
type Content = Root["children"][number];
/** What stands in the place of an element: itself, others, or nothing. */
export type Change = (element: Element) => readonly ElementContent[];

/** Changes every element of a tree in its place, the innermost first. */
export function changeElements(parent: Parent, change: Change): void {
  replaceChildren(parent, (child) => {
    if (child.type !== "element") return [child];
    changeElements(child, change);
    return change(child);
  });
}

function replaceChildren(parent: Parent, replace: (child: Content) => readonly Content[]): void {
  const children = [...parent.children].flatMap((child) => [...replace(child)]);
  if (parent.type === "root") parent.children = children;
  else parent.children = children.filter((child) => child.type !== "doctype");
}

/** An element of this name around some content. */
export function wrapIn(tagName: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children };
}

/** What the `style` of an element says of a property, in small letters; "" where it says nothing. */
export function styleOf({ properties }: Element, name: string): string {
  const style = String(properties.style ?? "").toLowerCase();
  for (const declaration of style.split(";")) {
    const [property = "", ...value] = declaration.split(":");
    if (property.trim() === name) return value.join(":").trim();
  }
  return "";
}

/** True for an element of one of these names. */
export function isNamed(node: Content | undefined, ...names: string[]): node is Element {
  return node?.type === "element" && names.includes(node.tagName);
}
