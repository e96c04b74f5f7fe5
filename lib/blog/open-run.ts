import "server-only";
import { LIMITS } from "../limits/registry";
import { replaceModel } from "../models/choose-model";
import { cutText } from "../text/cut-text";
import { plainText } from "../text/plain-text";
import type { RunModel } from "./durable/step-results";
import type { KnownRun } from "./durable/steps/know-run";
import { reportCost } from "./report-cost";
import type { Run } from "./run";

/** What a run is made from. */
export type RunStart = Pick<
  Run,
  "user" | "postId" | "step" | "request" | "author" | "signal" | "emit" | "remember"
> & { model: RunModel; known: KnownRun };

/**
 * A run that tells its followers what it spends and which model takes over from one that is gone: kept
 * for the steps to come. It has no patience: a step that would wait ends, and is delivered again.
 */
export function openRun({ known, ...start }: RunStart): Run {
  const { user, request, emit } = start;
  const { wanted } = start.model;
  const run: Run = {
    ...start,
    model: start.model.id,
    replaceModel: async (gone, reason) => {
      const { model } = await replaceModel(user, { model: gone, wanted, reason });
      await known.save("model", { id: model, wanted });
      emit("model", { model, insteadOf: wanted, reason });
      run.model = model;
      return model;
    },
    prices: known.prices,
    capUsd: request.capUsd,
    reportCost: (tx) => reportCost(tx, start),
    onRemark: (provider, text) =>
      emit("remark", { provider, text: cutText(plainText(text), LIMITS.remarkCharacters) }),
  };
  return run;
}
