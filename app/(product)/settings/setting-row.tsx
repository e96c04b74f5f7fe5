import Link from "next/link";
import styles from "./settings.module.css";

type SettingRowProps = {
  title: string;
  /** How it stands, in a few words; null while nothing was said. */
  state: string | null;
  /** What it changes. */
  effect: string;
  /** Where it is changed. */
  url: string;
};

/** One thing that can be set: how it stands, what it is for, and the way to change it. */
export function SettingRow({ title, state, effect, url }: SettingRowProps) {
  return (
    <li className={styles.row}>
      <h2>{title}</h2>
      <div>
        <p className={state ? undefined : styles.soft}>{state ?? "Not filled in yet."}</p>
        <p className={styles.soft}>{effect}.</p>
      </div>
      <Link href={url}>
        {state ? "Change" : "Fill in"}
        <span className="visually-hidden"> {title}</span>
      </Link>
    </li>
  );
}
