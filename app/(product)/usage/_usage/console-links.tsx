import { Day } from "@/app/_ui/day";
import { FixLink } from "@/app/_ui/fix-link";
import { PRICES_READ_ON } from "@/lib/models/dated-facts";
import { listProviderCards } from "@/lib/providers/list-provider-cards";
import styles from "./usage.module.css";

/** Where each provider shows the same calls, and sets limits of its own. */
export function ConsoleLinks() {
  return (
    <details className={styles.consoles}>
      <summary>
        <h2>Compare with your providers</h2>
      </summary>
      <p>
        Calls carry the id that their provider gave them. The providers&rsquo; own pages show the
        same calls, and the bill. Where a provider does not say what a call cost, it is reckoned
        from its tokens and the prices of <Day iso={PRICES_READ_ON} />:
      </p>
      <ul>
        {listProviderCards().flatMap(({ id, consoles }) =>
          consoles.map(({ url, label }) => (
            <li key={`${id} ${url}`}>
              <FixLink url={url} label={label} />
            </li>
          )),
        )}
      </ul>
    </details>
  );
}
