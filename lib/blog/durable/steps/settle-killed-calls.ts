import "server-only";
import { and, eq } from "drizzle-orm";
import { usageEvents } from "@/drizzle/schema/usage";
import { asUser } from "../../../db/as-user";
import { openPrices } from "../../../models/find-price";
import { settleLedgerRow } from "../../../usage/ledger";
import { measureCall } from "../../../usage/measure-call";
import { readEvents } from "../../events/follow-events";
import type { StepId, Ticket } from "../step-results";

/**
 * Settles the ledger rows that a killed step has left pending: an estimate from what its prompt held
 * and what had arrived of the reply, where it was writing; else the most that they may have cost.
 */
export async function settleKilledCalls(ticket: Ticket, step: StepId): Promise<void> {
  const { user, postId } = ticket;
  const rows = await asUser(user, (tx) =>
    tx
      .select()
      .from(usageEvents)
      .where(
        and(
          eq(usageEvents.postId, postId),
          eq(usageEvents.step, step),
          eq(usageEvents.status, "pending"),
        ),
      ),
  );
  const priceOf = await openPrices(user);
  for (const { id, operation, model, inputTokens, ...opened } of rows) {
    const promptTokens = inputTokens ?? 0;
    const textLength = operation === "section" ? await measureShown(ticket, step) : 0;
    const failure = new Error("The server was stopped");
    const called = { model: model ?? "", priceOf: (id: string) => priceOf(id, opened.createdAt) };
    const meter = { ...called, promptTokens, textLength, usage: undefined, failure };
    const isPriced = opened.costBasis !== "unpriced";
    const unread = {
      status: "estimated",
      costUsd: isPriced ? opened.reservedUsd : null,
      costBasis: isPriced ? "estimated" : "unpriced",
    } as const;
    const measured = textLength > 0 ? measureCall(meter) : unread;
    await settleLedgerRow(user, id, measured);
  }
}

/** Characters of a section that were shown since its writing was begun last. */
async function measureShown({ user, postId }: Ticket, step: StepId): Promise<number> {
  const sectionId = step.slice("section:".length);
  const own = (await readEvents(user, postId)).filter(
    ({ data }) => "sectionId" in data && data.sectionId === sectionId,
  );
  const begun = own.findLastIndex(
    ({ type }) => type === "section-start" || type === "section-reset",
  );
  return own
    .slice(begun + 1)
    .reduce((sum, event) => sum + (event.type === "section-delta" ? event.data.text.length : 0), 0);
}
