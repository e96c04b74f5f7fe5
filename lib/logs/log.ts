import "server-only";
import { pino } from "pino";
import { redact } from "./redact";

/** The product's logger: JSON lines on standard output, each redacted as a whole. */
export const log = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime },
  { write: (line: string) => process.stdout.write(redact(line)) },
);
