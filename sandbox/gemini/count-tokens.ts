/** Tokens at four characters each, Gemini's own rule of thumb. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
