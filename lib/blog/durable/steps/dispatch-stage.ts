import "server-only";
import { eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import { asUser } from "../../../db/as-user";
import { endRun } from "../../end-run";
import { findPost } from "../../posts/find-post";
import type { StageId } from "../../schema";
import { checkReadiness } from "../../stages/check-readiness";
import { outlinePost } from "../../stages/outline-post";
import { planPost } from "../../stages/plan-post";
import { proposeSeo } from "../../stages/propose-seo";
import { searchSources } from "../../stages/search-sources";
import { RunEndedError } from "../run-ended-error";
import type { Made, StepId, Ticket } from "../step-results";
import { doSection } from "./do-section";
import type { LoadedStep } from "./load-step";
import { requireMade } from "./require-made";

/** Does the work of one step. @returns what its checkpoint keeps. */
export function dispatchStage(open: LoadedStep, step: StepId): Promise<unknown> {
  if (step.startsWith("section:")) return doSection(open, step.slice("section:".length));
  const { run, made } = open;
  switch (step) {
    case "preflight":
      return inStage(open, "preflight", () => preflight(open));
    case "plan":
      return inStage(open, "plan", () => planPost(run));
    case "library":
      return inStage(open, "search", () => searchSources(run, requireMade(made, "plan")));
    case "outline":
      return outline(open);
    case "seo":
      run.emit("stage", { stage: "check", state: "done" });
      return inStage(open, "seo", () => seo(open));
    case "finish":
      return finish(open);
    default:
      throw new Error(`There is no step ${step}.`);
  }
}

async function inStage<T>({ run }: LoadedStep, stage: StageId, work: () => Promise<T>): Promise<T> {
  run.signal.throwIfAborted();
  run.emit("stage", { stage, state: "started" });
  const result = await work();
  run.emit("stage", { stage, state: "done" });
  return result;
}

/** The author is kept as the run found them: a profile that changes meanwhile shapes the next post. */
async function preflight({ known, run }: LoadedStep): Promise<Made["preflight"]> {
  await known.save("model", await checkReadiness(run));
  const used = run.author.parts.map(({ part }) => part);
  if (used.length > 0) run.emit("used", { parts: used });
  return { author: run.author };
}

async function outline(open: LoadedStep): Promise<Made["outline"]> {
  const { run, made } = open;
  const plan = requireMade(made, "plan");
  const library = requireMade(made, "library");
  const sections = await inStage(open, "outline", () => outlinePost(run, plan, library));
  await nameRun(open.ticket, plan.title);
  const approved = !run.request.approveOutline;
  if (approved) run.emit("stage", { stage: "sections", state: "started" });
  return { title: plan.title, sections, approved };
}

/** The list of posts shows the title as soon as there is one. */
async function nameRun({ user, postId }: Ticket, title: string): Promise<void> {
  await asUser(user, (tx) => tx.update(posts).set({ title }).where(eq(posts.id, postId)));
}

async function seo({ ticket, run, flush }: LoadedStep): Promise<unknown> {
  await flush();
  const found = await findPost(ticket.user, ticket.postId);
  if (!found) throw new RunEndedError();
  return proposeSeo(run, found.post.document);
}

function finish({ ticket }: LoadedStep): Promise<void> {
  return endRun({ ...ticket, failure: undefined });
}
