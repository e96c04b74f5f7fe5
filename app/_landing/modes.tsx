import type { SiteInfo } from "@/lib/site/describe-site";
import styles from "./landing.module.css";

const ROWS = [
  { what: "Who you are", development: "the developer; no sign-in", production: "your own account" },
  {
    what: "Where keys are kept",
    development: ".env.local on your computer",
    production: "encrypted in the site’s database",
  },
  { what: "Who pays for a post", development: "you", production: "you, and nobody for you" },
  {
    what: "What the site’s owner pays",
    development: "nothing",
    production: "hosting; $0 for searches and words",
  },
] as const;

/** The two ways to run it, side by side, with the one that is running now marked. */
export function Modes({ mode }: Pick<SiteInfo, "mode">) {
  const here = <span className={styles.here}>You are here</span>;
  return (
    <section className={styles.modes}>
      <h2 id="modes">Two ways to run it</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard. */}
      <section className={styles.scroll} aria-labelledby="modes" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">On your computer {mode === "development" && here}</th>
              <th scope="col">Hosted, with an account {mode === "production" && here}</th>
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row) => (
              <tr key={row.what}>
                <th scope="row">{row.what}</th>
                <td data-label="On your computer">{row.development}</td>
                <td data-label="Hosted">{row.production}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
