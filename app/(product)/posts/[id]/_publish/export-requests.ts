import { describeUnreached, type Problem, readProblem } from "@/app/_ui/messages/problem";
import type { ExportFormat, ExportPart } from "@/lib/export/schema";

/** Where a post is downloaded in a format. */
export function exportUrl(postId: string, format: ExportFormat, part?: ExportPart): string {
  const query = new URLSearchParams({ format, ...(part ? { part } : {}) });
  return `/api/blog/posts/${postId}/export?${query}`;
}

/** What became of copying: the words of what went wrong, or null. */
export type Copied = Pick<Problem, "title" | "detail"> | null;

const REFUSED = {
  title: "The browser did not let this page copy",
  detail: "Allow the clipboard for this site, or download the file instead.",
};

/** Puts a post on the clipboard as text. */
export async function copyExport(url: string): Promise<Copied> {
  const answer = await fetch(url).catch(() => undefined);
  if (!answer) return describeUnreached();
  if (!answer.ok) return readProblem(await answer.json().catch(() => undefined));
  const text = await answer.text();
  const copied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  return copied ? null : REFUSED;
}
