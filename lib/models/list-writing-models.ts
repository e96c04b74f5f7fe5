import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import { AppError, type ErrorCode } from "../errors";
import { FITS } from "./dated-facts";
import { estimateWord } from "./estimate-word";
import { openPrices } from "./find-price";
import { listKeyModels } from "./list-key-models";
import { orderModels } from "./pick-model";
import { nameModel } from "./price-tokens";
import { readRememberedModel } from "./remembered-model";
import type { WritingModel, WritingModels } from "./schema";

/**
 * The models that a user's key can write with, the one that writes by default first. Where Google
 * cannot be asked the list is empty and `problem` says why.
 */
export async function listWritingModels(user: UserId): Promise<WritingModels> {
  const [listed, priceOf, remembered] = await Promise.all([
    listOrProblem(user),
    openPrices(user),
    readRememberedModel(user),
  ]);
  if (!listed.models) return { models: [], problem: listed.problem };
  const names = new Map(listed.models.map((model) => [model.id, model]));
  const chosen = remembered ?? requireConfig().geminiModel;
  const order = orderModels([...names.keys()]);
  const first = chosen !== undefined && names.has(chosen) ? [chosen] : [];
  const models = [...new Set([...first, ...order])].map((id): WritingModel => {
    const price = priceOf(id);
    const { name = id, outputTokenLimit, thinks } = names.get(id) ?? {};
    return {
      id,
      name,
      fits: FITS[nameModel(id)] ?? "",
      perWordUsd: price ? estimateWord(price) : null,
      price: price ? { input: price.input, cached: price.cached, output: price.output } : null,
      outputTokenLimit: outputTokenLimit ?? null,
      thinks: thinks ?? null,
    };
  });
  return { models, problem: null };
}

async function listOrProblem(user: UserId) {
  try {
    return { models: await listKeyModels(user), problem: null };
  } catch (error) {
    if (error instanceof AppError && error.code === "vault_unavailable") throw error;
    const problem: ErrorCode = error instanceof AppError ? error.code : "provider_unreachable";
    return { models: null, problem };
  }
}
