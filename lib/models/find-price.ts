import "server-only";
import { eq } from "drizzle-orm";
import { modelPrices } from "@/drizzle/schema/models";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import type { Rates } from "./dated-facts";
import { findListPrice, type ModelPrice, nameModel } from "./price-tokens";

/** Finds the price of a model for one user, at a moment. */
export type PriceFinder = (model: string, at?: Date) => ModelPrice | undefined;

/** The prices that a user has given themselves, by the name of the model. */
export async function listOwnPrices(user: UserId): Promise<Map<string, Rates>> {
  const rows = await asUser(user, (tx) =>
    tx.select().from(modelPrices).where(eq(modelPrices.userId, user)).orderBy(modelPrices.model),
  );
  return new Map(
    rows.map(({ model, inputUsd: input, cachedUsd: cached, outputUsd: output }) => [
      nameModel(model),
      { input, cached, output },
    ]),
  );
}

/**
 * The prices that hold for a user: their own first, else the listed one of that day.
 *
 * @returns how to find the price of a model; it finds undefined where none is known.
 */
export async function openPrices(user: UserId): Promise<PriceFinder> {
  const own = await listOwnPrices(user);
  return (model, at = new Date()) => own.get(nameModel(model)) ?? findListPrice(model, at);
}

/** The price of one model for a user at a moment; undefined where none is known. */
export async function findPrice(
  user: UserId,
  model: string,
  at: Date = new Date(),
): Promise<ModelPrice | undefined> {
  return (await openPrices(user))(model, at);
}
