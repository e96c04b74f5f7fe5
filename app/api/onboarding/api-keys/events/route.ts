import { parseFields } from "@/lib/http/read-body";
import { withUser } from "@/lib/http/with-user";
import { listKeyEvents } from "@/lib/keys/list-key-events";
import { timelineQuery } from "@/lib/keys/schema";

export const GET = withUser(null, async ({ user, request }) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { cursor } = parseFields(timelineQuery, query);
  return Response.json(await listKeyEvents(user, cursor));
});
