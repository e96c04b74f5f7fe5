import Link from "next/link";
import { Moment } from "@/app/_ui/day";
import { nameKey } from "@/lib/keys/name-key";
import { nameOperation } from "@/lib/usage/name-operation";
import type { CallPage } from "@/lib/usage/report/list-calls";
import type { Grouping, UsageCall } from "@/lib/usage/schema";
import { Amount } from "./amount";
import styles from "./chart.module.css";

const KNOWN = {
  provider: "said by the provider",
  priced: "its tokens × the price",
  estimated: "estimated",
  unpriced: "no price",
} satisfies Record<NonNullable<UsageCall["known"]>, string>;

type CallTableProps = {
  page: CallPage;
  names: Record<string, string>;
  by: Grouping;
  /** Whether these come after others, which are newer. */
  older: boolean;
};

/** The calls of the range a page at a time, newest first, with the id that its provider knows each by. */
export function CallTable({ page, names, by, older }: CallTableProps) {
  const { range, calls, next } = page;
  return (
    <div>
      <h2 id="calls-title" className={styles.heading}>
        {older ? "Older calls" : "Newest calls"}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by key. */}
      <section className={styles.scroll} tabIndex={0} aria-labelledby="calls-title">
        <table className={`${styles.table} ${styles.calls}`}>
          <thead>
            <tr>
              <th scope="col">Time ({range.zone})</th>
              <th scope="col">What for</th>
              <th scope="col">Model and key</th>
              <th scope="col" className={styles.number}>
                Tokens
              </th>
              <th scope="col" className={styles.number}>
                US dollars
              </th>
              <th scope="col">Request id</th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <CallRow key={call.id} call={call} zone={range.zone} names={names} />
            ))}
          </tbody>
        </table>
      </section>
      {(older || next) && (
        <p className={styles.more}>
          {older && (
            <Link href={`/usage?${new URLSearchParams({ ...range, by })}#calls-title`}>
              Newest calls
            </Link>
          )}
          {next && (
            <Link
              href={`/usage?${new URLSearchParams({ ...range, by, cursor: next })}#calls-title`}
            >
              Older calls
            </Link>
          )}
        </p>
      )}
    </div>
  );
}

type CallRowProps = { call: UsageCall; zone: string; names: Record<string, string> };

function CallRow({ call, zone, names }: CallRowProps) {
  const { post, provider, keyVersion, requestId } = call;
  return (
    <tr>
      <td>
        <Moment iso={call.at} zone={zone} />
      </td>
      <td>
        {nameOperation(call.operation)}
        <small>
          {post &&
            (post.title ? <Link href={`/posts/${post.id}`}>{post.title}</Link> : "A deleted post")}
        </small>
      </td>
      <td>
        {call.billedModel ?? call.model ?? names[provider] ?? provider}
        <small className={styles.key}>{nameKey(names[provider] ?? provider, keyVersion)}</small>
      </td>
      <td className={styles.number}>{describeTokens(call)}</td>
      <td className={styles.number}>
        {call.costUsd === null ? "—" : <Amount usd={call.costUsd} />}
        <small>{describeCost(call)}</small>
      </td>
      <td className={styles.id}>{requestId ?? "—"}</td>
    </tr>
  );
}

function describeCost({ status, known, costUsd }: UsageCall): string {
  if (status === "pending" || known === null) return "under way";
  if (status === "settled" && costUsd === 0) return "free";
  return status === "failed" ? "failed, not billed" : KNOWN[known];
}

function describeTokens({ inputTokens, cachedTokens, outputTokens }: UsageCall): string {
  if (inputTokens === null && outputTokens === null) return "—";
  const cached = cachedTokens ? ` (${cachedTokens.toLocaleString("en-US")} cached)` : "";
  return `${(inputTokens ?? 0).toLocaleString("en-US")}${cached} in, ${(outputTokens ?? 0).toLocaleString("en-US")} out`;
}
