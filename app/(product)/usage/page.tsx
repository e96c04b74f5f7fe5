import type { Metadata } from "next";
import { Suspense } from "react";
import { requirePageUser } from "@/app/_session/require-page-user";
import { listProviderCards } from "@/lib/providers/list-provider-cards";
import { isSpending } from "@/lib/usage/report/is-spending";
import { listCalls } from "@/lib/usage/report/list-calls";
import { listColumns } from "@/lib/usage/report/list-chart-columns";
import { reportUsage } from "@/lib/usage/report/report-usage";
import { CallTable } from "./_usage/call-table";
import { CapPanel } from "./_usage/cap-panel";
import { ColumnChart } from "./_usage/column-chart";
import { ConsoleLinks } from "./_usage/console-links";
import { GroupTable } from "./_usage/group-table";
import { RangeForm } from "./_usage/range-form";
import { readPageQuery } from "./_usage/read-page-query";
import { RefreshWhileSpending } from "./_usage/refresh-while-spending";
import { Totals } from "./_usage/totals";
import styles from "./_usage/usage.module.css";
import { UsageHeading } from "./_usage/usage-heading";
import { UsageSkeleton } from "./_usage/usage-skeleton";

export const metadata: Metadata = { title: "Usage" };

/** Calls that stand on the page before older ones are asked for. */
const NEWEST_CALLS = 10;

type UsagePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What the user's keys have spent, on what, and what they may still spend this month. */
export default function UsagePage({ searchParams }: UsagePageProps) {
  return (
    <div className={styles.page}>
      <UsageHeading />
      <Suspense fallback={<UsageSkeleton />}>
        <UsageReport searchParams={searchParams} />
      </Suspense>
    </div>
  );
}

async function UsageReport({ searchParams }: UsagePageProps) {
  const user = await requirePageUser();
  const { query, refused } = readPageQuery(await searchParams);
  const report = await reportUsage(user, query);
  const { range, totals, groups, cap } = report;
  const [columns, page, spending] = await Promise.all([
    listColumns(user, range),
    listCalls(user, { ...query, ...range }, query.cursor ? undefined : NEWEST_CALLS),
    isSpending(user),
  ]);
  const names = Object.fromEntries(listProviderCards().map(({ id, name }) => [id, name]));
  const by = query.by ?? "day";
  return (
    <>
      <RefreshWhileSpending spending={spending} />
      <CapPanel cap={cap} />
      <RangeForm range={range} by={by} refused={refused} />
      <Totals totals={totals} range={range} />
      {totals.calls > 0 && (
        <>
          <ColumnChart columns={columns} names={names} />
          <GroupTable groups={groups} by={by} range={range} open={query.by !== undefined} />
          <CallTable page={page} names={names} by={by} older={query.cursor !== undefined} />
        </>
      )}
      <ConsoleLinks />
    </>
  );
}
