import { z } from "zod";
import { requestId } from "./request-id";

const words = z.string().optional().catch(undefined);
const exaResult = z.object({
  url: z.url({ protocol: /^https?$/ }),
  title: words,
  publishedDate: words,
  author: words,
  text: words,
  highlights: list(z.string()),
});
/** One page that a search found, as Exa sends it; what is missing or of another type is absent. */
export type ExaResult = z.infer<typeof exaResult>;

const exaPage = exaResult.extend({
  subpages: list(exaResult),
  extras: z
    .object({ links: list(z.string()) })
    .optional()
    .catch(undefined),
});
const status = z.object({
  id: z.string(),
  status: z.string(),
  error: z.object({ tag: z.string() }).partial().nullish().catch(null),
});
const costDollars = z
  .object({ total: z.number().min(0).max(1_000) })
  .optional()
  .catch(undefined);
const remark = z.union([
  z.string(),
  z.object({ message: z.string() }).transform(({ message }) => message),
]);
const about = { requestId, costDollars, warnings: list(remark), notices: list(remark) };

/** Each row by itself: a bad one is left out, and an absent list is empty. */
function list<T>(row: z.ZodType<T>) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((rows) =>
      rows.flatMap((one) => {
        const read = row.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    );
}

/** A list of results there must be; its rows count one by one. */
const rows = z.array(z.unknown());
const searchAnswer = z.object({ results: rows.pipe(list(exaResult)), ...about });
const contentsAnswer = z.object({
  results: rows.pipe(list(exaPage)),
  statuses: list(status),
  ...about,
});

/** What every answer of Exa says beside its rows. */
export type ExaAbout = {
  /** What it cost in US dollars, if Exa said so. */
  costUsd: number | undefined;
  /** Exa's own id of the request. */
  responseId: string | undefined;
  /** Exa's own words on its answer. */
  remarks: string[];
};
/** Pages by address: `statuses` says of each address whether it could be read. */
export type ExaContents = Omit<z.infer<typeof contentsAnswer>, keyof typeof about> & ExaAbout;

/** Reads the answer to a search. @throws ZodError when there is no list of results. */
export function readSearch(answer: unknown): { results: ExaResult[] } & ExaAbout {
  const { results, ...rest } = searchAnswer.parse(answer);
  return { results, ...toAbout(rest) };
}

/** Reads pages by address. @throws ZodError when there is no list of results. */
export function readContents(answer: unknown): ExaContents {
  const { results, statuses, ...rest } = contentsAnswer.parse(answer);
  return { results, statuses, ...toAbout(rest) };
}

function toAbout(rest: Pick<z.infer<typeof searchAnswer>, keyof typeof about>): ExaAbout {
  return {
    costUsd: rest.costDollars?.total,
    responseId: rest.requestId,
    remarks: [...rest.warnings, ...rest.notices],
  };
}
