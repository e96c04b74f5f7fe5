import styles from "./usage.module.css";

/** What the page is for, said before anything of its user is known. */
export function UsageHeading() {
  return (
    <>
      <h1>Usage</h1>
      <p className={styles.lead}>
        What your own keys have spent, call by call. Nobody else pays for you, and you pay for
        nobody else.
      </p>
    </>
  );
}
