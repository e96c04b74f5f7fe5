import { Day } from "@/app/_ui/day";
import { formatDay } from "@/lib/text/format-day";
import type { UsageColumn } from "@/lib/usage/report/list-chart-columns";
import { Amount, toAmount } from "./amount";
import styles from "./chart.module.css";

const HEIGHT = 100;
const COLUMN = 10;
const GAP = 2;

type ColumnChartProps = { columns: UsageColumn[]; names: Record<string, string> };

/** What each day has cost, stacked by provider: drawn on the server, with the same figures as a table. */
export function ColumnChart({ columns, names }: ColumnChartProps) {
  const providers = Object.keys(names).filter((id) => columns.some((one) => id in one.byProvider));
  const sums = columns.map(({ byProvider }) => sum(Object.values(byProvider)));
  const highest = Math.max(...sums);
  const unit = columns[0]?.label.length === "YYYY-MM".length ? "month" : "day";
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span>
          US dollars by {unit}, at most <Amount usd={highest} />
        </span>
        <Legend providers={providers} names={names} />
      </figcaption>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${columns.length * COLUMN} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`US dollars by ${unit}; the same figures stand in the table below`}
      >
        {columns.map((column, index) => (
          <Column key={column.label} {...{ column, index, providers, highest, names }} />
        ))}
      </svg>
      <p className={styles.ends}>
        {[columns.at(0), columns.at(-1)].map(
          (column) => column && <Day key={column.label} iso={column.label} />,
        )}
      </p>
      <details>
        <summary>The same as a table</summary>
        <ColumnTable columns={columns} providers={providers} names={names} unit={unit} />
      </details>
    </figure>
  );
}

function Legend({ providers, names }: { providers: string[]; names: Record<string, string> }) {
  return (
    <span className={styles.legend}>
      {providers.map((id, index) => (
        <span key={id}>
          <svg className={styles.swatch} viewBox="0 0 10 10" aria-hidden="true">
            <rect className={styles[`series${index}`]} width="10" height="10" />
          </svg>
          {names[id]}
        </span>
      ))}
    </span>
  );
}

type ColumnProps = ColumnChartProps & {
  column: UsageColumn;
  index: number;
  providers: string[];
  highest: number;
};

function Column({ column, index, providers, highest, names }: Omit<ColumnProps, "columns">) {
  const heights = providers.map((id) =>
    highest === 0 ? 0 : (HEIGHT * (column.byProvider[id] ?? 0)) / highest,
  );
  return providers.map((id, series) => (
    <rect
      key={id}
      className={styles[`series${series}`]}
      x={index * COLUMN + GAP / 2}
      y={HEIGHT - sum(heights.slice(0, series + 1))}
      width={COLUMN - GAP}
      height={heights[series]}
    >
      <title>{`${formatDay(column.label)}: ${names[id]} ${toAmount(column.byProvider[id] ?? 0)}`}</title>
    </rect>
  ));
}

type ColumnTableProps = ColumnChartProps & { providers: string[]; unit: string };

function ColumnTable({ columns, providers, names, unit }: ColumnTableProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{unit === "day" ? "Day" : "Month"}</th>
            {providers.map((id) => (
              <th key={id} scope="col" className={styles.number}>
                {names[id]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ label, byProvider }) => (
            <tr key={label}>
              <th scope="row">
                <Day iso={label} />
              </th>
              {providers.map((id) => (
                <td key={id} className={styles.number}>
                  <Amount usd={byProvider[id] ?? 0} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
