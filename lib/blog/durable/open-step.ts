import "server-only";
import { eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import { asUser } from "../../db/as-user";
import { chooseAuthor, loadAuthor } from "../author/load-author";
import { openEventWriter } from "../events/open-event-writer";
import { openRun } from "../open-run";
import type { Run } from "../run";
import type { GenerateBody } from "../schema";
import { abandonCalls } from "./abandon-calls";
import type { Claim } from "./claim-step";
import { readCheckpoints } from "./read-checkpoints";
import type { Made, Ticket } from "./steps";

/** A claimed step with all that it works from. */
export type OpenStep = {
  ticket: Ticket;
  run: Run;
  made: Made;
  /** Waits until everything the step said is stored. */
  flush: () => Promise<void>;
};

/** Opens a claimed step: its run, what earlier steps have made, and its way of saying what happens. */
export async function openStep(
  ticket: Ticket,
  claim: Claim,
  controller: AbortController,
): Promise<OpenStep> {
  const { user, postId } = ticket;
  if (claim.tookOver) await abandonCalls(ticket, claim.step);
  const [request, made] = await Promise.all([readRequest(ticket), readCheckpoints(ticket)]);
  const author = made.preflight?.author ?? chooseAuthor(await loadAuthor(user), request);
  const writer = openEventWriter({ user, postId, fence: claim }, (error) =>
    controller.abort(error),
  );
  const { signal } = controller;
  const { step } = claim;
  const run = openRun({ user, postId, step, request, author, signal, emit: writer.emit });
  return { ticket, run, made, flush: writer.flush };
}

async function readRequest({ user, postId }: Ticket): Promise<GenerateBody> {
  const [row] = await asUser(user, (tx) =>
    tx.select({ request: posts.request }).from(posts).where(eq(posts.id, postId)),
  );
  return row?.request as GenerateBody;
}
