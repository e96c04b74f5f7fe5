import { z } from "zod";
import type { Cost } from "../blog/events/schema";
import type { PostStatus, Source, Verdict } from "../blog/schema";
import type { Seo } from "../seo/schema";

/** THE formats that a post is exported in, as a reader calls their files; `registry.ts` says how. */
export const FORMAT_NAMES = {
  md: "Markdown to read or share (.md)",
  html: "Web page (.html)",
  docx: "Word (.docx)",
  epub: "Book for e-readers (.epub)",
  json: "Data (.json)",
} as const;
export type ExportFormat = keyof typeof FORMAT_NAMES;
const isFormat = (id: string): id is ExportFormat => id in FORMAT_NAMES;
export const EXPORT_FORMATS = Object.keys(FORMAT_NAMES).filter(isFormat);

/** The query of `GET /api/blog/posts/{id}/export`. `part=body` leaves out the title and the frame; `part=front` puts front matter before the body of Markdown. */
export const exportQuery = z.object({
  format: z.enum(EXPORT_FORMATS, `Name a format: ${EXPORT_FORMATS.join(", ")}.`),
  part: z.enum(["whole", "body", "front"], "Ask for whole, body or front.").default("whole"),
});
export type ExportPart = z.infer<typeof exportQuery>["part"];

/** One numbered source of an exported post, with everything that is quoted from it. */
export type Footnote = {
  /** What the reader sees, from 1 in the order of first appearance. */
  number: number;
  passageId: string;
  sourceId: string;
  title: string;
  /** null for the user's own notes. */
  url: string | null;
  quotes: string[];
};

/**
 * The JSON export, stable within a `formatVersion`. Section text is Markdown and cites as
 * `[^S1.p2]`; `citations` gives each passage its number. Times are ISO 8601 in UTC, money is US dollars.
 */
export type ExportedPost = {
  format: "alwrity-post";
  formatVersion: 1;
  id: string;
  title: string;
  topic: string;
  status: PostStatus;
  version: number;
  createdAt: string;
  updatedAt: string;
  finishedAt: string | null;
  sections: { id: string; heading: string; sourceIds: string[]; markdown: string }[];
  sources: Source[];
  /** What the author has linked to: any other link in a section is to be read as its words. */
  links: string[];
  citations: Footnote[];
  queries: string[];
  seo: Seo | null;
  verdicts: Verdict[];
  cost: Cost;
};
