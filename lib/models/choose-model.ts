import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import { AppError, type ErrorCode } from "../errors";
import { openPrices } from "./find-price";
import { listKeyModels, noteClosedModel } from "./list-key-models";
import { type Picked, pickModel } from "./pick-model";
import { readRememberedModel } from "./remembered-model";

/**
 * The model that writes for a user: the one asked for, else the one chosen last, else that of
 * `GEMINI_MODEL`, else the first of the dated order that their key has. One that is gone is replaced.
 *
 * @throws AppError `model_dearer` where only dearer ones are left, `model_unavailable` where none is.
 */
export async function chooseModel(user: UserId, asked?: string): Promise<Picked> {
  const wanted = asked ?? (await readRememberedModel(user)) ?? requireConfig().geminiModel;
  const [usable, priceOf] = await Promise.all([listUsable(user), openPrices(user)]);
  return pickModel({ wanted, usable, priceOf });
}

/** A model that would not write, what the user had seen the price of, and why it is gone. */
export type GoneModel = { model: string; wanted: string; reason: ErrorCode };

/**
 * The model that takes over from one that has answered that it is not there: it counts as gone for
 * this key from now on.
 *
 * @throws AppError as `chooseModel`.
 */
export async function replaceModel(user: UserId, gone: GoneModel): Promise<Picked> {
  await noteClosedModel(user, gone.model);
  const [usable = [], priceOf] = await Promise.all([listUsable(user), openPrices(user)]);
  const rest = usable.filter((id) => id !== gone.model && id !== gone.wanted);
  return pickModel({ wanted: gone.wanted, usable: rest, priceOf, reason: gone.reason });
}

/** Ids; undefined where Google could not be asked: the call itself will say what is wrong. */
async function listUsable(user: UserId): Promise<string[] | undefined> {
  try {
    return (await listKeyModels(user)).map(({ id }) => id);
  } catch (error) {
    if (error instanceof AppError && error.code === "vault_unavailable") throw error;
    return undefined;
  }
}
