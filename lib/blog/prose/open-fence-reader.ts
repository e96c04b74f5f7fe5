import { cleanCode } from "./clean-code";
import type { Token } from "./open-scanner";

const OPENING = /^[ \t]*(`{3,}(?=[^`\n]*$)|~{3,})/;
const CLOSING = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
type Fence = { run: string; indent: number; ids: string[] };

/** How fenced code is read, line by line. */
export type FenceReader = {
  isOpen: () => boolean;
  /** Reads an opening line; undefined when the line opens no fence. */
  open: (text: string, at: number, ended: boolean) => Token | undefined;
  /** Reads one line inside. */
  line: (text: string, at: number, ended: boolean) => Token;
  /** Closes a fence that the text left open. */
  close: () => string;
};

/**
 * Opens a reader of fenced code. Fences are moved to the left edge, where nothing around them decides
 * where they end; what code cites stands behind it.
 *
 * @param cite turns the ids found into marks.
 */
export function openFenceReader(
  known: ReadonlySet<string>,
  cite: (ids: string[]) => string,
): FenceReader {
  let fence: Fence | undefined;
  const finish = ({ run, ids }: Fence) => {
    fence = undefined;
    const marks = cite(ids);
    return marks ? `${run}\n\n${marks}` : run;
  };
  return {
    isOpen: () => fence !== undefined,
    open: (text, at, ended) => {
      const line = readLine(text, at);
      if (!line.whole && !ended)
        return /^[ \t]*([`~]{0,2}$|`{3}|~{3})/.test(line.text) ? null : undefined;
      const run = OPENING.exec(line.text)?.[1];
      if (run === undefined) return undefined;
      const code = line.text.trimStart();
      const { text: out, ids } = cleanCode(code, known);
      fence = { run, indent: line.text.length - code.length, ids };
      return { length: line.text.length, out };
    },
    line: (text, at, ended) => {
      if (text[at] === "\n") return { length: 1, out: "\n" };
      const line = readLine(text, at);
      if (!fence || (!line.whole && !ended)) return null;
      const own = line.text.replace(new RegExp(`^[ \\t]{0,${fence.indent}}`), "");
      if (CLOSING.exec(own)?.[1]?.startsWith(fence.run))
        return { length: line.text.length, out: finish(fence) };
      const { text: out, ids } = cleanCode(own, known);
      // What was taken out must not leave a line that closes the fence.
      fence.ids.push(...ids);
      const closes = CLOSING.exec(out)?.[1]?.startsWith(fence.run);
      return { length: line.text.length, out: closes ? `    ${out}` : out };
    },
    close: () => (fence ? `\n${finish(fence)}` : ""),
  };
}

function readLine(text: string, at: number): { text: string; whole: boolean } {
  const end = text.indexOf("\n", at);
  return end === -1
    ? { text: text.slice(at), whole: false }
    : { text: text.slice(at, end), whole: true };
}
