import styles from "./sandbox-banner.module.css";

/** Says all the while that no real provider answers. */
export function SandboxBanner() {
  return (
    <aside className={styles.banner} aria-label="Sandbox">
      Sandbox: replies are simulated
    </aside>
  );
}
