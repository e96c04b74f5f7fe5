import { withUser } from "@/lib/http/with-user";
import { listCalls } from "@/lib/usage/report/list-calls";
import { readUsageQuery } from "@/lib/usage/report/read-range";

export const GET = withUser(null, async ({ user, request }) =>
  Response.json(await listCalls(user, readUsageQuery(new URL(request.url).searchParams))),
);
