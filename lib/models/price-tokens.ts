import { PRICE_ROWS, type PriceRow, type Rates } from "./dated-facts";

/** What a model costs at a moment: its rates, and others above a prompt of so many tokens. */
export type ModelPrice = Rates & { above?: Rates & { promptTokens: number } };

/** Tokens of a call; `inputTokens` include `cachedTokens`, `outputTokens` include thoughts. */
export type BilledTokens = { inputTokens: number; cachedTokens?: number; outputTokens: number };

/**
 * The listed price of a model at a moment; undefined where none is known. A numbered or dated release
 * (`…-001`, `…-09-2025`) costs what its model costs.
 */
export function findListPrice(model: string, at: Date): ModelPrice | undefined {
  const name = nameModel(model);
  return PRICE_ROWS.filter((row) => isIn(row, name, at)).at(-1);
}

/** The listed price that follows the one of a moment, with the day on which it begins. */
export function findNextPrice(model: string, at: Date): PriceRow | undefined {
  const name = nameModel(model);
  return PRICE_ROWS.find((row) => row.model === name && Date.parse(row.validFrom) > at.getTime());
}

/** A model's id without `models/` and without the number or date of its release. */
export function nameModel(model: string): string {
  return model.replace(/^models\//, "").replace(/-(\d{3}|\d{2}-\d{2,4})$/, "");
}

function isIn({ model, validFrom }: PriceRow, name: string, at: Date): boolean {
  return model === name && Date.parse(validFrom) <= at.getTime();
}

/** What tokens cost at a price, in US dollars. Cached ones cost less; a long prompt makes all dearer. */
export function priceTokens(price: ModelPrice, tokens: BilledTokens): number {
  const { inputTokens, cachedTokens = 0, outputTokens } = tokens;
  const { above } = price;
  const { input, cached, output } = above && inputTokens > above.promptTokens ? above : price;
  const fresh = Math.max(0, inputTokens - cachedTokens);
  return (fresh * input + cachedTokens * cached + outputTokens * output) / 1_000_000;
}
