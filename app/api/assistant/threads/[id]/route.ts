import { deleteThread } from "@/lib/copilot/threads/delete-thread";
import { getThread } from "@/lib/copilot/threads/get-thread";
import { withUser } from "@/lib/http/with-user";

export const GET = withUser(null, async ({ user, params }) =>
  Response.json(await getThread({ user, threadId: params.id ?? "" })),
);

export const DELETE = withUser(null, async ({ user, params }) => {
  await deleteThread({ user, threadId: params.id ?? "" });
  return new Response(null, { status: 204 });
});
