import { AppError } from "@/lib/errors";
import { chooseRange, readUsageQuery } from "@/lib/usage/report/read-range";
import type { UsageQuery } from "@/lib/usage/schema";

/**
 * What a page's address asks for. One that makes no sense shows this month, and says why.
 */
export function readPageQuery(search: Record<string, string | string[] | undefined>): {
  query: UsageQuery;
  refused: string | null;
} {
  const given = Object.entries(search).flatMap(([name, value]) =>
    typeof value === "string" && value !== "" ? [[name, value] as const] : [],
  );
  try {
    const query = readUsageQuery(Object.fromEntries(given));
    chooseRange(query, "UTC");
    return { query, refused: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { query: {}, refused: error.context.fields?.[0]?.message ?? error.message };
  }
}
