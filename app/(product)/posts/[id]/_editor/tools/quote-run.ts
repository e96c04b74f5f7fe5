import { listMarks } from "@/lib/blog/citations/citation-marks";
import type { CopiedRun } from "@/lib/blog/edit/schema";

const SPACED_MARK = /[ \t]?\[\^S\d+\.p\d+\]/g;
/** A stop and the marks that stand behind a run already. */
const BEHIND = /^[.!?,;:]?(?:\s*\[\^S\d+\.p\d+\])*/;

/**
 * A section with a copied run in quotation marks and the mark of its passage behind. Undefined where
 * that would break something: quotation marks, half of an emphasis or two paragraphs inside. Pure.
 */
export function quoteRun(markdown: string, run: CopiedRun): string | undefined {
  const raw = markdown.slice(run.start, run.end);
  const words = raw.replace(SPACED_MARK, "").trim();
  const count = (sign: string) => words.split(sign).length - 1;
  const whole = ["**", "*", "_", "`", "~"].every((sign) => count(sign) % 2 === 0);
  if (!whole || /["“”„«»「」『』\n|]/.test(words) || words === "") return undefined;
  const behind = markdown.slice(run.end);
  const mark = `[^${run.passageId}]`;
  const inside = listMarks(raw).map((id) => `[^${id}]`);
  const has = BEHIND.exec(behind)?.[0].includes(mark);
  const marks = has ? inside.filter((found) => found !== mark) : [...new Set([...inside, mark])];
  const quoted = [`“${words}”`, marks.join("")].filter(Boolean).join(" ");
  return markdown.slice(0, run.start) + quoted + behind;
}
