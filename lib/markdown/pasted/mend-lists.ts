import type { Element, ElementContent, Root } from "hast";
import { changeElements, isNamed, wrapIn } from "./walk-html";

/** Google Docs draws the box of a task as a picture, and puts inner lists beside items. */
export function mendLists(tree: Root): void {
  changeElements(tree, (element) => {
    if (isNamed(element, "ul", "ol")) return [{ ...element, children: moveInside(element) }];
    return [isTask(element) ? writeTask(element) : element];
  });
}

function moveInside({ children }: Element): ElementContent[] {
  const items: ElementContent[] = [];
  for (const child of children) {
    const last = items.findLast((item) => isNamed(item, "li"));
    if (isNamed(child, "ul", "ol") && isNamed(last, "li")) last.children.push(child);
    else items.push(child);
  }
  return items;
}

function isTask({ tagName, properties }: Element): boolean {
  return tagName === "li" && properties.role === "checkbox";
}

function writeTask(item: Element): Element {
  const checked = String(item.properties.ariaChecked) === "true";
  const box = { ...wrapIn("input", []), properties: { type: "checkbox", checked } };
  return { ...item, children: [box, ...item.children.filter((child) => !isNamed(child, "img"))] };
}
