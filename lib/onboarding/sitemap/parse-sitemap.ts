/** A page of a sitemap; `changed` is a day in ISO 8601, null where none is given. */
export type SitemapPage = { url: string; changed: string | null };
/** One file: the pages that it lists, or the further files. */
export type SitemapFile = { pages: SitemapPage[]; files: string[] };

/** Reads a sitemap or an index of sitemaps, as sitemaps.org has them; what is neither is empty. Pure, linear. */
export function parseSitemap(xml: string): SitemapFile {
  const pages: SitemapPage[] = [];
  const files: string[] = [];
  const parts = xml.split(/<\/(url|sitemap)>/i);
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [entry = "", kind = ""] = parts.slice(at, at + 2);
    const url = readElement(entry, "loc").replaceAll("&amp;", "&");
    if (!/^https?:/i.test(url) || !URL.canParse(url)) continue;
    if (kind.toLowerCase() === "sitemap") files.push(url);
    else pages.push({ url, changed: readDay(readElement(entry, "lastmod")) });
  }
  return { pages, files };
}

/** The text of the first element of a name, also where it is a CDATA section; "" where there is none. */
function readElement(entry: string, name: string): string {
  const start = entry.indexOf(`<${name}>`);
  const end = entry.indexOf(`</${name}>`, start);
  if (start < 0 || end < 0) return "";
  const text = entry.slice(start + name.length + 2, end).trim();
  return text.startsWith("<![CDATA[") ? text.slice(9).replace("]]>", "").trim() : text;
}

function readDay(text: string): string | null {
  const day = text.slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}
