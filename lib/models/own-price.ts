import "server-only";
import { eq } from "drizzle-orm";
import { modelPrices } from "@/drizzle/schema/models";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { nameModel } from "./price-tokens";
import type { OwnPrice } from "./schema";

/** Keeps what a user pays for a model, in US dollars per million tokens: it holds before the listed price. */
export async function savePrice(user: UserId, model: string, price: OwnPrice): Promise<void> {
  const { input: inputUsd, cached: cachedUsd, output: outputUsd } = price;
  const rates = { inputUsd, cachedUsd, outputUsd, updatedAt: new Date() };
  await asUser(user, (tx) =>
    tx
      .insert(modelPrices)
      .values({ userId: user, model: nameModel(model), ...rates })
      .onConflictDoUpdate({ target: [modelPrices.userId, modelPrices.model], set: rates }),
  );
}

/** From then on the listed price holds again, or none. */
export async function forgetPrice(user: UserId, model: string): Promise<void> {
  await asUser(user, (tx) => tx.delete(modelPrices).where(eq(modelPrices.model, nameModel(model))));
}
