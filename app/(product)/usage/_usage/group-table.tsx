import Link from "next/link";
import { Day } from "@/app/_ui/day";
import { addUp } from "@/lib/usage/report/add-up";
import { roundTogether } from "@/lib/usage/round-together";
import type { Grouping, UsageGroup, UsageRange } from "@/lib/usage/schema";
import { Amount, DIGITS } from "./amount";
import styles from "./chart.module.css";

type GroupTableProps = {
  groups: UsageGroup[];
  by: Grouping;
  range: UsageRange;
  /** Whether it was asked for: by itself it stays folded, since the picture shows the same by day. */
  open: boolean;
};

const NUMBERS = [
  ["calls", "Calls"],
  ["inputTokens", "Tokens in"],
  ["cachedTokens", "Cached"],
  ["outputTokens", "Tokens out"],
] as const;

/**
 * The sums of the groups, rounded together: what is shown adds up to the total that is shown. Money
 * stands first, since a phone shows no more without scrolling.
 */
export function GroupTable({ groups, by, range, open }: GroupTableProps) {
  const shown = roundTogether(
    groups.map(({ costUsd }) => costUsd),
    DIGITS,
  );
  const total = addUp(groups);
  return (
    <details open={open} key={by} className={styles.fold}>
      <summary>
        <h2 id="groups-title">Summed by {by === "operation" ? "kind of call" : by}</h2>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by key. */}
      <section className={styles.scroll} tabIndex={0} aria-labelledby="groups-title">
        <table className={`${styles.table} ${styles.groups}`}>
          <thead>
            <tr>
              <th scope="col">
                {by === "operation" ? "Kind" : by[0]?.toUpperCase() + by.slice(1)}
              </th>
              {["US dollars", ...NUMBERS.map(([, name]) => name)].map((name) => (
                <th key={name} scope="col" className={styles.number}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group, index) => (
              <tr key={group.id ?? ""}>
                <th scope="row">
                  <GroupName group={group} by={by} zone={range.zone} />
                </th>
                <Numbers sums={group} usd={shown[index] ?? 0} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Together</th>
              <Numbers sums={total} usd={total.costUsd} />
            </tr>
          </tfoot>
        </table>
      </section>
    </details>
  );
}

type GroupNameProps = { group: UsageGroup; by: Grouping; zone: string };

/** A post leads to itself, a day to its calls. */
function GroupName({ group: { id, label }, by, zone }: GroupNameProps) {
  if (id !== null && by === "post") return <Link href={`/posts/${id}`}>{label}</Link>;
  if (id === null || by !== "day") return label;
  const day = new URLSearchParams({ from: id, to: id, zone, by: "operation" });
  return (
    <Link href={`/usage?${day}`}>
      <Day iso={id} />
    </Link>
  );
}

type NumbersProps = {
  sums: Pick<UsageGroup, "calls" | "inputTokens" | "cachedTokens" | "outputTokens">;
  usd: number;
};

function Numbers({ sums, usd }: NumbersProps) {
  return (
    <>
      <td className={styles.number}>
        <Amount usd={usd} />
      </td>
      {NUMBERS.map(([id, name]) => (
        <td key={id} className={styles.number} data-name={name}>
          {sums[id].toLocaleString("en-US")}
        </td>
      ))}
    </>
  );
}
