import type { Element, ElementContent, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { changeElements, styleOf, wrapIn } from "./walk-html";

const INLINE = /^(span|font|b|strong|i|em|s|del|strike|u|a|sup|sub)$/;
const BOLD = /^(bold(er)?|[6-9]\d\d)$/;
const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6", "th"];
const RAISED = new Map(
  [..."0123456789+-=()ni"].map((sign, at) => [sign, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"][at]]),
);
const LOWERED = new Map(
  [..."0123456789+-=()"].map((sign, at) => [sign, [..."₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"][at]]),
);

/** Word processors say with styles what a text says with marks: both become elements. */
export function markByStyle(tree: Root): void {
  changeElements(tree, (element) => {
    if (HEADINGS.includes(element.tagName)) dropWeight(element);
    return [element];
  });
  changeElements(tree, (element) => (INLINE.test(element.tagName) ? mark(element) : [element]));
}

/** A heading is bold by itself: what its style says of its weight is only how it looks. */
function dropWeight(heading: Element): void {
  changeElements(heading, (inner) => {
    const style = String(inner.properties.style ?? "").replace(/font-weight[^;]*/gi, "");
    return [{ ...inner, properties: { ...inner.properties, style } }];
  });
}

function mark(element: Element): ElementContent[] {
  const { tagName, children } = element;
  if (isSpace(element)) return [space];
  let inside: ElementContent[] = tagName === "a" ? [{ ...element, children }] : children;
  if (textOf(element).trim() === "" && tagName !== "a") return inside;
  const marks = readMarks(element);
  const raised = marks.raised && spell(element, RAISED);
  const lowered = marks.lowered && spell(element, LOWERED);
  if (raised || lowered) inside = [{ type: "text", value: raised || lowered || "" }];
  if (marks.struck) inside = [wrapIn("del", inside)];
  if (marks.soft) inside = [wrapIn("em", inside)];
  return marks.bold ? [wrapIn("strong", inside)] : inside;
}

/** Browsers and Word copy some blanks as elements with a blank that does not break. */
function isSpace(element: Element): boolean {
  const bySpan = element.tagName === "span" && textOf(element) === "\u00A0";
  return bySpan || /mso-(spacerun|tab-count)/.test(String(element.properties.style ?? ""));
}

const space: ElementContent = { type: "text", value: " " };

/** Its style has the last word: Google wraps all that it copies in a `b` of normal weight. */
function readMarks(element: Element) {
  const { tagName } = element;
  const weight = styleOf(element, "font-weight");
  const slant = styleOf(element, "font-style");
  const line = styleOf(element, "text-decoration") + styleOf(element, "text-decoration-line");
  const height = styleOf(element, "vertical-align");
  return {
    bold: weight === "" ? /^(b|strong)$/.test(tagName) : BOLD.test(weight),
    soft: slant === "" ? /^(i|em)$/.test(tagName) : slant === "italic",
    struck: /^(s|del|strike)$/.test(tagName) || line.includes("line-through"),
    raised: tagName === "sup" || height === "super",
    lowered: tagName === "sub" || height === "sub",
  };
}

/** The text of an element in signs of a height; undefined where one has none. */
function spell(
  element: Element,
  signs: ReadonlyMap<string, string | undefined>,
): string | undefined {
  const spelled = [...textOf(element).trim()].map((sign) => signs.get(sign.replace("−", "-")));
  return spelled.every((sign) => sign !== undefined) ? spelled.join("") : undefined;
}
