/** Versions from here on are fingerprints: no key is saved as often. */
export const FIRST_FINGERPRINT = 2 ** 30;

/** What people call a key by its provider and version: "Gemini key, version 2". */
export function nameKey(provider: string, version: number | null): string {
  if (version === null) return `${provider} key`;
  if (version >= FIRST_FINGERPRINT) return `${provider} key of .env.local or the shell`;
  return `${provider} key, version ${version}`;
}
