/** One key-encryption key, wherever it is kept. Data keys are 32 bytes. */
export type Kek = {
  /** @param context what the data key is bound to; unwrapping needs the same again. */
  wrap: (dataKey: Uint8Array, context: string[]) => Promise<Uint8Array>;
  /** @throws when the bytes or the context were changed. */
  unwrap: (wrapped: Uint8Array, context: string[]) => Promise<Uint8Array>;
};

/** The ring does not hold the KEK that something was wrapped with, or nobody may use it any more. */
export class MissingKekError extends Error {
  constructor(id: string, options?: ErrorOptions) {
    super(`The key-encryption key ${id} is missing, malformed or switched off.`, options);
    this.name = "MissingKekError";
  }
}
