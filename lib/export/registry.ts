import type { Post } from "../blog/schema";
import type { ExportFormat, ExportPart } from "./schema";

/** Arguments of a writer; `part` for formats that others are made of, `address` where the post is to be read. */
type Given = [post: Post, part: ExportPart, address?: string | null];
/** How a post is written in one format: each is loaded by whoever writes it, since Word's library is large. */
type Exporter = {
  contentType: string;
  write: (...given: Given) => Promise<string | Buffer<ArrayBuffer>>;
};

/** The writer of each format. */
const EXPORTERS: Record<ExportFormat, Exporter> = {
  md: {
    contentType: "text/markdown; charset=utf-8",
    write: async (...given) => (await import("./write-markdown")).writeMarkdown(...given),
  },
  html: {
    contentType: "text/html; charset=utf-8",
    write: async (...given) => (await import("./html/write-html")).writeHtml(...given),
  },
  docx: {
    contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: async (post) => (await import("./docx/write-docx")).writeDocx(post),
  },
  epub: {
    contentType: "application/epub+zip",
    write: async (post) => (await import("./epub/write-epub")).writeEpub(post),
  },
  json: {
    contentType: "application/json",
    write: async (post) => (await import("./write-json")).writeJson(post),
  },
};

/** The exporter of a format. */
export function getExporter(format: ExportFormat): Exporter {
  return EXPORTERS[format];
}
