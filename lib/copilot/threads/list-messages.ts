import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { assistantMessages } from "@/drizzle/schema/assistant";
import { asUser, type UserTransaction } from "../../db/as-user";
import { citation } from "../schema";
import type { ThreadOfUser } from "./add-message";
import { type Message, storedCalls } from "./message";

const citations = z.array(citation);

/** A user's own thread, in order; an unknown one is an empty one. */
export function listMessages(thread: ThreadOfUser): Promise<Message[]> {
  return asUser(thread.user, (tx) => selectMessages(tx, thread));
}

export async function selectMessages(
  tx: UserTransaction,
  { user, threadId }: ThreadOfUser,
): Promise<Message[]> {
  const rows = await tx
    .select()
    .from(assistantMessages)
    .where(and(eq(assistantMessages.userId, user), eq(assistantMessages.threadId, threadId)))
    .orderBy(asc(assistantMessages.seq));
  return rows.map((row) => ({
    id: row.id,
    role: readRole(row.role),
    content: row.content,
    toolCalls: storedCalls.parse(row.toolCalls ?? []),
    toolCallId: row.toolCallId,
    result: row.result,
    citations: citations.parse(row.citations ?? []),
    costUsd: row.costUsd,
    problem: row.problem,
  }));
}

function readRole(role: string): Message["role"] {
  return role === "user" || role === "tool" ? role : "assistant";
}
