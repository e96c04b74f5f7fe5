import { z } from "zod";
import type { ErrorCode } from "../errors";
import { LIMITS } from "../limits/registry";

/** An id as Google may give one to a model; no path can be made of it. */
export const modelId = z
  .string()
  .trim()
  .transform((id) => id.replace(/^models\//, ""))
  .pipe(
    z
      .string()
      .regex(/^[A-Za-z0-9][\w.:-]{0,99}$/, "Give the id of a model, such as gemini-flash-latest."),
  );

/** US dollars per million tokens; `output` includes thoughts. */
const usd = z
  .number("Give a price in US dollars.")
  .min(0, "Give 0 or more.")
  .max(LIMITS.ownPriceUsd, `Give at most ${LIMITS.ownPriceUsd.toLocaleString("en-US")}.`);

/** Body of `PUT /api/models/{id}/price`: what a user pays for a model, in US dollars per million tokens. */
export const ownPriceBody = z.strictObject({ input: usd, cached: usd, output: usd });
export type OwnPrice = z.infer<typeof ownPriceBody>;

const rates = z.object({ input: z.number(), cached: z.number(), output: z.number() });
/** US dollars per million tokens read, read from the provider's cache, and written or thought. */
export type ShownRates = z.infer<typeof rates>;
const writingModel = z.object({
  id: z.string(),
  name: z.string(),
  fits: z.string(),
  perWordUsd: z.number().nullable(),
  price: rates.nullable(),
  outputTokenLimit: z.number().nullable(),
  thinks: z.boolean().nullable(),
});
/**
 * A model that the user's key can write with: what it is good for (empty where nothing is known of it),
 * about what a finished word costs, and its price per million tokens, in US dollars; null where no
 * price is known.
 */
export type WritingModel = z.infer<typeof writingModel>;

/** Answer of `GET /api/models`: the default first; `problem` is the code of why there is no list. */
export const writingModels = z.object({
  models: z.array(writingModel),
  problem: z.string().nullable(),
});
/** The same on the server, where the code is one of the table's. */
export type WritingModels = { models: WritingModel[]; problem: ErrorCode | null };

/** A model with what it costs a user, and whose price that is: their own, the listed one, or none that is known. */
export type PricedModel = Pick<WritingModel, "id" | "name" | "fits"> & {
  price: ShownRates | null;
  from: "own" | "list" | null;
  /** Another price above so many prompt tokens. */
  above: (ShownRates & { promptTokens: number }) | null;
  /** The listed price that follows, and the day on which it begins (ISO 8601). */
  next: (ShownRates & { validFrom: string }) | null;
};
