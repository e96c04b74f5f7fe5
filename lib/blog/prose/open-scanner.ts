/** What a scan made of the text at a position; `null` when it must see more to decide. */
export type Token = { length: number; out: string } | null;

/**
 * Reads one token of `text` at `at`. It may decide only on what more text could not change, or
 * once `ended` is true: then the output does not depend on how the text was cut.
 */
export type Scan = (text: string, at: number, ended: boolean) => Token;

/** Text in, pieces at a time; `push` gives what is decided, `end` the rest. */
export type Scanner = { push: (text: string) => string; end: () => string };

/** Runs a scan over a stream, holding back what is not decided yet. */
export function openScanner(scan: Scan): Scanner {
  let held = "";
  const run = (ended: boolean) => {
    let out = "";
    let at = 0;
    while (at < held.length) {
      const token = scan(held, at, ended);
      if (!token) break;
      out += token.out;
      at += token.length;
    }
    held = held.slice(at);
    return out;
  };
  return {
    push: (text) => {
      held += text;
      return run(false);
    },
    end: () => run(true),
  };
}
