/** Sets the colour scheme before the first paint. Mantine reads the same attribute and storage name. */
const SCRIPT = `(() => {
  const root = document.documentElement;
  let saved = null;
  try { saved = localStorage.getItem("mantine-color-scheme-value"); } catch {}
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const chosen = saved === "light" || saved === "dark" ? saved : dark ? "dark" : "light";
  root.setAttribute("data-mantine-color-scheme", chosen);
})();`;

/** The inline script of the colour scheme; `nonce` lets it pass the content security policy. */
export function ColorSchemeScript({ nonce }: { nonce: string | undefined }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours; must run before paint.
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: SCRIPT }} />
  );
}
