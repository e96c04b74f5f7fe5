import "server-only";
import { requireConfig } from "../config/config";
import { priceWord } from "./price-word";
import { MODEL_NAMES, PRICED_MODELS } from "./prices";

/** A model that can write a post: its name, what it is good for, and US dollars for a finished word. */
export type WritingModel = { id: string; name: string; fits: string; perWordUsd: number };

/** Every model whose cost can be kept under a cap: the one that writes by default first. */
export function listWritingModels(): WritingModel[] {
  const { geminiModel } = requireConfig();
  const others = PRICED_MODELS.filter((id) => id !== geminiModel);
  return [geminiModel, ...others].map((id) => ({
    id,
    name: MODEL_NAMES[id]?.name ?? id,
    fits: MODEL_NAMES[id]?.fits ?? "",
    perWordUsd: priceWord(id),
  }));
}
