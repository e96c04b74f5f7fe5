import "server-only";
import { redact } from "./redact";

const GUARDED = Symbol.for("alwrity.output-guarded");
type Guardable = NodeJS.WriteStream & { [GUARDED]?: true };

/**
 * Puts the redactor in front of standard output and error, so that lines which are not ours (the
 * framework's, a library's, a crash's) are redacted too.
 */
export function guardOutput(): void {
  for (const stream of [process.stdout, process.stderr] satisfies Guardable[]) guard(stream);
}

function guard(stream: Guardable): void {
  if (stream[GUARDED]) return;
  stream[GUARDED] = true;
  const write = stream.write.bind(stream);
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) =>
    Reflect.apply(write, stream, [
      redact(typeof chunk === "string" ? chunk : decode(chunk)),
      ...rest,
    ]);
}

function decode(chunk: Uint8Array): string {
  return Buffer.from(chunk).toString("utf8");
}
