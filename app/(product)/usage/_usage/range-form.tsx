import Link from "next/link";
import { GROUPINGS, type Grouping, type UsageRange } from "@/lib/usage/schema";
import styles from "./usage.module.css";

const NAMES = {
  day: "Day",
  post: "Post",
  provider: "Provider",
  model: "Model",
  key: "Key",
  operation: "Kind of call",
} satisfies Record<Grouping, string>;

type RangeFormProps = { range: UsageRange; by: Grouping; refused: string | null };

/** Which days, and summed by what: a plain form, which works without a script. */
export function RangeForm({ range, by, refused }: RangeFormProps) {
  const { from, to, zone } = range;
  const file = new URLSearchParams(range).toString();
  return (
    <form className={styles.range} action="/usage" method="get">
      <label>
        From
        <input type="date" name="from" defaultValue={from} key={`from ${from}`} required />
      </label>
      <label>
        To
        <input type="date" name="to" defaultValue={to} key={`to ${to}`} required />
      </label>
      <label>
        Summed by
        <select name="by" defaultValue={by} key={by}>
          {GROUPINGS.map((grouping) => (
            <option key={grouping} value={grouping}>
              {NAMES[grouping]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={styles.show}>
        Show
      </button>
      <span className={styles.ways}>
        <Link href="/usage">This month</Link>
        <a href={`/api/usage/export.csv?${file}`} download>
          Download as CSV
        </a>
      </span>
      <p className={styles.note}>Days in the time zone {zone}.</p>
      {refused && (
        <p className={styles.refused} role="alert">
          {refused} This month is shown instead.
        </p>
      )}
    </form>
  );
}
