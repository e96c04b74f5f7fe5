import "server-only";
import type { UserId } from "../../../auth/user-id";
import { type KeptParts, openParts, type Parts } from "../../../calls/open-parts";
import { chooseModel } from "../../../models/choose-model";
import { chooseAuthor, loadAuthor } from "../../author/load-author";
import { openEventWriter } from "../../events/open-event-writer";
import { openRun } from "../../open-run";
import type { Run } from "../../run";
import type { GenerateBody } from "../../schema";
import type { Made, RunModel, StepId, Ticket } from "../step-results";
import type { Claim } from "./claim-step";
import type { KnownRun } from "./know-run";
import { settleKilledCalls } from "./settle-killed-calls";

/** A claimed step with all that it works from. */
export type LoadedStep = {
  ticket: Ticket;
  run: Run;
  made: Made;
  known: KnownRun;
  /** What its paid calls have given so far. */
  parts: KeptParts;
  /** Waits until everything the step said is stored. */
  flush: () => Promise<void>;
};

/** Opens a claimed step: its run, what earlier steps have made, and its way of saying what happens. */
export async function loadStep(
  ticket: Ticket,
  { claim, parts: given, known }: { claim: Claim; parts: Parts; known: KnownRun },
  controller: AbortController,
): Promise<LoadedStep> {
  const { user, postId } = ticket;
  if (claim.tookOver) known.forget();
  if (claim.tookOver) await settleKilledCalls(ticket, claim.step);
  const { request, made } = await known.read();
  const author = made.preflight?.author ?? chooseAuthor(await loadAuthor(user), request);
  const writer = openEventWriter({ user, postId, fence: claim }, (error) =>
    controller.abort(error),
  );
  const { signal } = controller;
  const { step } = claim;
  const model = made.model ?? (await readWanted(user, request, step));
  const parts = openParts(given);
  const { remember } = parts;
  const { emit } = writer;
  const run = openRun({
    user,
    postId,
    step,
    request,
    author,
    model,
    signal,
    emit,
    remember,
    known,
  });
  return { ticket, run, made, known, parts, flush: writer.flush };
}

/** Before the preflight has settled it, and for runs that began before it was settled at all. */
async function readWanted(user: UserId, request: GenerateBody, step: StepId): Promise<RunModel> {
  if (step === "preflight") return { id: "", wanted: "" };
  const { model: id, insteadOf } = await chooseModel(user, request.model);
  return { id, wanted: insteadOf ?? id };
}
