import "server-only";
import { assistantActions } from "@/drizzle/schema/assistant";
import { asUser } from "../../db/as-user";
import type { Plan } from "../actions/action";
import type { ThreadOfUser } from "../threads/add-message";

type Asked = ThreadOfUser & { toolCallId: string; name: string };

/** Keeps what only its user's click may do, with the arguments it will be done with. @returns its id. */
export async function addAction(
  { user, threadId, toolCallId, name }: Asked,
  { args, title, priceUsd }: Plan<Record<string, unknown>>,
): Promise<string> {
  const row = { userId: user, threadId, toolCallId, name, args, title, priceUsd };
  const [added] = await asUser(user, (tx) =>
    tx.insert(assistantActions).values(row).returning({ id: assistantActions.id }),
  );
  if (!added) throw new Error("The action was not written.");
  return added.id;
}
