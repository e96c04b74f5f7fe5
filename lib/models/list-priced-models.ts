import "server-only";
import type { UserId } from "../auth/user-id";
import type { ErrorCode } from "../errors";
import type { Rates } from "./dated-facts";
import { listOwnPrices } from "./find-price";
import { listWritingModels } from "./list-writing-models";
import { findListPrice, findNextPrice, nameModel } from "./price-tokens";
import type { PricedModel } from "./schema";

/**
 * The models of a user's key, the one that writes by default first, each with its price; behind them those
 * that the key does not list and the user has given a price. `problem` says why Google gave no list.
 */
export async function listPricedModels(
  user: UserId,
): Promise<{ models: PricedModel[]; problem: ErrorCode | null }> {
  const [{ models, problem }, own] = await Promise.all([
    listWritingModels(user),
    listOwnPrices(user),
  ]);
  const listed = new Set(models.map(({ id }) => nameModel(id)));
  const others = [...own.keys()].filter((name) => !listed.has(name));
  const rows = [...models, ...others.map((id) => ({ id, name: id, fits: "" }))];
  return { models: rows.map((model) => priceModel(model, own)), problem };
}

function priceModel(
  { id, name, fits }: Pick<PricedModel, "id" | "name" | "fits">,
  own: ReadonlyMap<string, Rates>,
): PricedModel {
  const mine = own.get(nameModel(id));
  if (mine) return { id, name, fits, price: mine, from: "own", above: null, next: null };
  const now = new Date();
  const price = findListPrice(id, now) ?? null;
  const next = findNextPrice(id, now) ?? null;
  return { id, name, fits, price, from: price && "list", above: price?.above ?? null, next };
}
