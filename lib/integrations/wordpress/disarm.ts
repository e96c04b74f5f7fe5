import "server-only";
import type { Element, ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { escapeHtml } from "../../text/escape-html";

/** Where WordPress could read a shortcode: a bracket before a name or before another bracket. */
const BRACKET = /\[(?=[[/\p{L}_])/gu;
const ALONE = /^\s*https?:\/\/\S+\s*$/i;

/**
 * Text that WordPress leaves as it is: no shortcode, and no page loaded in place of an address that
 * stands alone. An element stands between the characters, since entities are lost when the post is
 * opened in the editor.
 */
export function disarm(node: Element): Element {
  const alone = node.tagName === "p" && ALONE.test(textOf(node));
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === "text") return disarmText(child.value, alone);
    return child.type === "element" ? [disarm(child)] : [child];
  });
  return { ...node, properties: disarmTargets(node), children };
}

/** The inside of a code block, written as WordPress's own editor writes it. */
export function disarmCode(code: string): string {
  return escapeHtml(code)
    .replaceAll("[", "&#91;")
    .replace(/^(\s*https?:)\/\/([^\s<>"]+\s*)$/gm, "$1&#47;&#47;$2");
}

function disarmText(text: string, alone: boolean): ElementContent[] {
  if (alone) {
    const scheme = /^\s*https?:/i.exec(text)?.[0] ?? "";
    return [...(scheme ? [span(scheme)] : []), { type: "text", value: text.slice(scheme.length) }];
  }
  const parts: ElementContent[] = [];
  let end = 0;
  for (const { index } of text.matchAll(BRACKET)) {
    parts.push({ type: "text", value: text.slice(end, index) }, span("["));
    end = index + 1;
  }
  return [...parts, { type: "text", value: text.slice(end) }];
}

function disarmTargets({ properties }: Element): Element["properties"] {
  const { href, src, alt } = properties;
  const encode = (target: string) => target.replaceAll("[", "%5B").replaceAll("]", "%5D");
  return {
    ...properties,
    ...(typeof href === "string" ? { href: encode(href) } : {}),
    ...(typeof src === "string" ? { src: encode(src) } : {}),
    ...(typeof alt === "string" ? { alt: alt.replace(BRACKET, "(") } : {}),
  };
}

function span(value: string): Element {
  const children: ElementContent[] = [{ type: "text", value }];
  return { type: "element", tagName: "span", properties: {}, children };
}
