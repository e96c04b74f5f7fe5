import "server-only";
import type { UserId } from "../../auth/user-id";
import type { UsageCall, UsageQuery, UsageRange } from "../schema";
import { listCalls } from "./list-calls";

/** Rows that are read at a time. */
const BATCH_ROWS = 500;
const LINE = "\r\n";

/** The columns of the file, and what each holds of a call. */
const COLUMNS = {
  time: ({ at }) => at,
  operation: ({ operation }) => operation,
  post_id: ({ post }) => post?.id,
  post: ({ post }) => post?.title,
  provider: ({ provider }) => provider,
  model: ({ model }) => model,
  billed_model: ({ billedModel }) => billedModel,
  key_version: ({ keyVersion }) => keyVersion,
  input_tokens: ({ inputTokens }) => inputTokens,
  cached_tokens: ({ cachedTokens }) => cachedTokens,
  output_tokens: ({ outputTokens }) => outputTokens,
  cost_usd: ({ costUsd }) => costUsd?.toFixed(9),
  cost_known: ({ known }) => known,
  status: ({ status }) => status,
  request_id: ({ requestId }) => requestId,
} satisfies Record<string, (call: UsageCall) => string | number | null | undefined>;

/** A file of every call of a range, newest first, made while it is read; its name holds the range. */
export async function writeCsv(
  user: UserId,
  query: UsageQuery,
): Promise<{ name: string; body: ReadableStream<Uint8Array> }> {
  const first = await listCalls(user, { ...query, cursor: undefined }, BATCH_ROWS);
  const pages = readPages(user, first);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(toLine(Object.keys(COLUMNS)))),
    pull: async (controller) => {
      const { value, done } = await pages.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map(toRow).join("")));
    },
  });
  return { name: nameFile(first.range), body };
}

async function* readPages(user: UserId, first: Awaited<ReturnType<typeof listCalls>>) {
  for (let page = first; ; ) {
    if (page.calls.length > 0) yield page.calls;
    if (page.next === null) return;
    page = await listCalls(user, { ...first.range, cursor: page.next }, BATCH_ROWS);
  }
}

function nameFile({ from, to, zone }: UsageRange): string {
  return `alwrity-usage-${from}-to-${to}-${zone.replaceAll("/", "-")}.csv`;
}

function toRow(call: UsageCall): string {
  return toLine(Object.values(COLUMNS).map((read) => read(call)));
}

function toLine(values: (string | number | null | undefined)[]): string {
  return `${values.map(toField).join(",")}${LINE}`;
}

/** As RFC 4180 has it; words that a spreadsheet would take for a formula begin with an apostrophe. */
function toField(value: string | number | null | undefined): string {
  const text = String(value ?? "");
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
