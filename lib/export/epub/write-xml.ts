import type { Nodes } from "xast";
import { toXml } from "xast-util-to-xml";

/** What XML has no form for, even as a reference. */
const NO_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A file of XML, without the signs that no reader of XML takes. */
export function writeXml(tree: Nodes): string {
  const xml = toXml(tree, { closeEmptyElements: true }).replace(NO_XML, "");
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}
