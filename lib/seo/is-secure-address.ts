/** True for an address that any reader's browser can open over TLS: no login in it, and a host with a domain. */
export function isSecureAddress(text: string): boolean {
  if (!URL.canParse(text) || /\s/.test(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  const isPublicName = /^[^.]+(\.[^.]+)+\.?$/.test(hostname);
  return protocol === "https:" && isPublicName && username === "" && password === "";
}
