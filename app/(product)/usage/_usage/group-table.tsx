import Link from "next/link";
import { addUp } from "@/lib/usage/report/add-up";
import { roundTogether } from "@/lib/usage/round-together";
import type { Grouping, UsageGroup, UsageRange } from "@/lib/usage/schema";
import { Amount, DIGITS } from "./amount";
import styles from "./chart.module.css";

type GroupTableProps = { groups: UsageGroup[]; by: Grouping; range: UsageRange };

/**
 * The sums of the groups, rounded together: what is shown adds up to the total that is shown. Money
 * stands first, since a phone shows no more without scrolling.
 */
export function GroupTable({ groups, by, range }: GroupTableProps) {
  const shown = roundTogether(
    groups.map(({ costUsd }) => costUsd),
    DIGITS,
  );
  const total = addUp(groups);
  return (
    <div>
      <h2 id="groups-title" className={styles.heading}>
        Summed by {by === "operation" ? "kind of call" : by}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by key. */}
      <section className={styles.scroll} tabIndex={0} aria-labelledby="groups-title">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                {by === "operation" ? "Kind" : by[0]?.toUpperCase() + by.slice(1)}
              </th>
              {["US dollars", "Calls", "Tokens in", "cached", "Tokens out"].map((name) => (
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
    </div>
  );
}

type GroupNameProps = { group: UsageGroup; by: Grouping; zone: string };

/** A post leads to itself, a day to its calls. */
function GroupName({ group: { id, label }, by, zone }: GroupNameProps) {
  if (id !== null && by === "post") return <Link href={`/posts/${id}`}>{label}</Link>;
  if (id === null || by !== "day") return label;
  const day = new URLSearchParams({ from: id, to: id, zone, by: "operation" });
  return <Link href={`/usage?${day}`}>{label}</Link>;
}

type NumbersProps = {
  sums: Pick<UsageGroup, "calls" | "inputTokens" | "cachedTokens" | "outputTokens">;
  usd: number;
};

function Numbers({ sums, usd }: NumbersProps) {
  const { calls, inputTokens, cachedTokens, outputTokens } = sums;
  return (
    <>
      <td className={styles.number}>
        <Amount usd={usd} />
      </td>
      {Object.entries({ calls, inputTokens, cachedTokens, outputTokens }).map(([name, number]) => (
        <td key={name} className={styles.number}>
          {number.toLocaleString("en-US")}
        </td>
      ))}
    </>
  );
}
