/** The part of a host that names whose it is: "example" of `www.example.co.uk`. */
export function nameOf(hostname: string): string {
  const parts = hostname
    .replace(/^www\./, "")
    .split(".")
    .slice(0, -1);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}

/** Anybody can have an account of a similar name: only one that bears the site's own name is its own. */
export function isOwnAccount(url: string, hostname: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const account = new URL(url);
  const name = letters(nameOf(hostname));
  const bearers = [...account.pathname.split("/"), account.hostname.split(".")[0] ?? ""];
  return name.length > 2 && bearers.some((part) => letters(part).startsWith(name));
}
