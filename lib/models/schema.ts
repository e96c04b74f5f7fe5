import { z } from "zod";
import type { ErrorCode } from "../errors";

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
  .max(10_000, "Give at most 10,000.");

/** Body of `PUT /api/models/{id}/price`: what a user pays for a model, in US dollars per million tokens. */
export const ownPriceBody = z.strictObject({ input: usd, cached: usd, output: usd });
export type OwnPrice = z.infer<typeof ownPriceBody>;

/** A model that the user's key can write with. Prices in US dollars, null where none is known. */
export type WritingModel = {
  id: string;
  name: string;
  /** What it is good for; empty where nothing is known of it. */
  fits: string;
  /** About what a finished word costs. */
  perWordUsd: number | null;
  /** Per million tokens. */
  price: OwnPrice | null;
  outputTokenLimit: number | null;
  thinks: boolean | null;
};
/** The list, the default first; `problem` is the code of why there is none. */
export type WritingModels = { models: WritingModel[]; problem: ErrorCode | null };
