/** Marks of turns and roles that a provider adds around a prompt, in tokens; never so many in fact. */
const AROUND = 64;

/**
 * The most tokens that a prompt can have: no token is shorter than a byte of UTF-8. What a call sets
 * aside under a cap is priced by this, never by an estimate that a text could exceed.
 */
export function boundTokens(prompt: string): number {
  return AROUND + Buffer.byteLength(prompt);
}
