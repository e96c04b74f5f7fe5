import "server-only";
import { inspect } from "node:util";
import { guardValue } from "./logs/living-secrets";

/** Shorter secrets show none of their characters in a mask. */
const MIN_LENGTH_TO_SHOW = 20;
const MASK = "•".repeat(12);

/**
 * A key that cannot be printed by accident: the value is in a private field, and every way to turn
 * the object into text gives `[secret gemini …wxyz]`. `open()` is called only where a provider's
 * client is made, where a secret is sealed, and where `.env.local` is written.
 */
export class Secret {
  readonly #value: string;
  readonly label: string;
  /** Which saved version of the key this is; a fingerprint when it came from the environment, 0 from a form. */
  readonly version: number;

  /** @throws Error when the value is empty: an empty key makes SDKs fall back to the environment. */
  constructor(label: string, value: string, version = 0) {
    if (value.trim() === "") throw new Error(`The ${label} secret is empty.`);
    this.#value = value;
    this.label = label;
    this.version = version;
    guardValue(this, value);
  }

  /** The plain value. */
  open(): string {
    return this.#value;
  }

  /** Fixed-width bullets and the last four characters, if the value is long enough to show them. */
  mask(): string {
    return MASK + (this.#value.length >= MIN_LENGTH_TO_SHOW ? this.#value.slice(-4) : "");
  }

  toString(): string {
    const tail = this.#value.length >= MIN_LENGTH_TO_SHOW ? this.#value.slice(-4) : "";
    return `[secret ${this.label} …${tail}]`;
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
