import { describeUnreached, type Problem, readProblem } from "@/app/_ui/messages/problem";
import type { ExportFormat, ExportPart } from "@/lib/export/schema";

/** Where a post is downloaded in a format. */
export function exportUrl(postId: string, format: ExportFormat, part?: ExportPart): string {
  const query = new URLSearchParams({ format, ...(part ? { part } : {}) });
  return `/api/blog/posts/${postId}/export?${query}`;
}

/** What became of copying or saving: the words of what went wrong, or null. */
export type Taken = Pick<Problem, "title" | "detail"> | null;

const REFUSED = {
  title: "The browser did not let this page copy",
  detail: "Allow the clipboard for this site, or download the file instead.",
};

/** Puts a post on the clipboard: as text, and HTML also as what it looks like. */
export async function copyExport(url: string): Promise<Taken> {
  const answer = await fetchExport(url);
  if (!(answer instanceof Response)) return answer;
  const isHtml = answer.headers.get("content-type")?.startsWith("text/html") ?? false;
  const copied = await putOnClipboard(await answer.text(), isHtml).then(
    () => true,
    () => false,
  );
  return copied ? null : REFUSED;
}

/** An editor that shows formats takes the HTML, a field for code its text. */
async function putOnClipboard(text: string, isHtml: boolean): Promise<void> {
  if (!isHtml || typeof ClipboardItem === "undefined")
    return await navigator.clipboard.writeText(text);
  const kinds = ["text/html", "text/plain"].map((type) => [type, new Blob([text], { type })]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(kinds))]);
}

/** How long the browser has to take the file over, in milliseconds. */
const HANDED_OVER_MS = 60_000;

/** Saves a post as a file. By a link alone what went wrong would be saved in its place. */
export async function saveExport(url: string): Promise<Taken> {
  const answer = await fetchExport(url);
  if (!(answer instanceof Response)) return answer;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = readName(answer.headers.get("content-disposition") ?? "");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), HANDED_OVER_MS);
  return null;
}

async function fetchExport(url: string): Promise<Response | Problem> {
  const answer = await fetch(url).catch(() => undefined);
  if (!answer) return describeUnreached();
  return answer.ok ? answer : readProblem(await answer.json().catch(() => undefined));
}

/** The name that the server gives a file (RFC 6266), in the post's own letters where it has one. */
function readName(disposition: string): string {
  const own = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return own ? decodeURIComponent(own) : (/filename="([^"]+)"/.exec(disposition)?.[1] ?? "post");
}
