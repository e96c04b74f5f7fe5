/** What the sandbox remembers of one key at one provider, to fail the first calls or later ones. */
export type KeyState = { calls: number; quotaUntil: number | null };

/** Key states by provider and fingerprint; the keys themselves are not kept. */
export class KeyStates {
  readonly #states = new Map<string, KeyState>();

  require(provider: string, fingerprint: string): KeyState {
    const name = `${provider} ${fingerprint}`;
    const known = this.#states.get(name);
    if (known) return known;
    const fresh: KeyState = { calls: 0, quotaUntil: null };
    this.#states.set(name, fresh);
    return fresh;
  }
}
