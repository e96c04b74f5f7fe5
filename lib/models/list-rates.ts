import "server-only";
import type { UserId } from "../auth/user-id";
import { ERRORS } from "../errors";
import { EXA_PRICES } from "./dated-facts";
import { listWritingModels } from "./list-writing-models";
import type { WritingModel } from "./schema";

const KINDS = {
  auto: "As Exa sees fit",
  lite: "From what Exa has stored",
  deep: "As thoroughly as Exa can",
} as const satisfies Record<keyof typeof EXA_PRICES.search, string>;

/** What a form needs to say what a post costs. Prices in US dollars; `problem` is a sentence. */
export type Rates = {
  searches: { value: keyof typeof KINDS; label: string; usd: number }[];
  models: WritingModel[];
  problem: string | null;
};

/** The models of the user's key and Exa's kinds of search, each with its price. */
export async function listRates(user: UserId): Promise<Rates> {
  const { models, problem } = await listWritingModels(user);
  const { auto, lite, deep } = EXA_PRICES.search;
  return {
    searches: [
      { value: "auto", label: KINDS.auto, usd: auto },
      { value: "lite", label: KINDS.lite, usd: lite },
      { value: "deep", label: KINDS.deep, usd: deep },
    ],
    models,
    problem: problem && `${ERRORS[problem].title}.`,
  };
}
