import "server-only";
import { requireConfig } from "../config/config";
import { EXA_PAGE_USD, EXA_SEARCH_USD, priceTokens } from "../usage/prices";
import { OWN_PAGES } from "./research/read-own-site";
import { SUBPAGES } from "./website/read-site";

const SITE_TOKENS = { input: 8_000, output: 2_000 };
const RESEARCH_TOKENS = { input: 8_000, output: 1_500 };
const PERSONA_TOKENS = { input: 1_500, output: 2_000 };

/** What the work of a step costs about, in US dollars, said before it is started. */
export function estimateCosts(): { website: number; research: number; persona: number } {
  const { geminiModel: model } = requireConfig();
  const site = priceTokens(model, SITE_TOKENS.input, SITE_TOKENS.output);
  const research = priceTokens(model, RESEARCH_TOKENS.input, RESEARCH_TOKENS.output);
  return {
    website: (1 + SUBPAGES) * EXA_PAGE_USD + site,
    persona: priceTokens(model, PERSONA_TOKENS.input, PERSONA_TOKENS.output),
    research: EXA_SEARCH_USD + (1 + OWN_PAGES) * EXA_PAGE_USD + research,
  };
}
