import styles from "./api-keys.module.css";

/** Of a key that no page can change: where it comes from, and how it is changed there. */
export function ShellNote({ variable }: { variable: string }) {
  return (
    <p className={styles.note}>
      The shell that started this server sets <code>{variable}</code>, which wins over any key that
      is saved here. To change it, set <code>{variable}</code> to another key in that shell, or
      unset it to use a key that is saved here, and start the server again.
    </p>
  );
}
