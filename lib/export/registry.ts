import type { Post } from "../blog/schema";
import { writeDocx } from "./docx/write-docx";
import { writeEpub } from "./epub/write-epub";
import { writeHtml } from "./html/write-html";
import type { ExportFormat, ExportPart } from "./schema";
import { writeJson } from "./write-json";
import { writeMarkdown } from "./write-markdown";

/** How a post is written in one format. */
type Exporter = {
  contentType: string;
  /**
   * @param part for formats that others are made of.
   * @param address where the post is to be read, once it is published.
   */
  write: (
    post: Post,
    part: ExportPart,
    address?: string | null,
  ) => string | Buffer<ArrayBuffer> | Promise<Buffer<ArrayBuffer>>;
};

/** The writer of each format. */
const EXPORTERS = {
  md: { contentType: "text/markdown; charset=utf-8", write: writeMarkdown },
  html: { contentType: "text/html; charset=utf-8", write: writeHtml },
  docx: {
    contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: writeDocx,
  },
  epub: { contentType: "application/epub+zip", write: writeEpub },
  json: { contentType: "application/json", write: writeJson },
} as const satisfies Record<ExportFormat, Exporter>;

/** The exporter of a format. */
export function getExporter(format: ExportFormat): Exporter {
  return EXPORTERS[format];
}
