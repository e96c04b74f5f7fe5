import { withUser } from "@/lib/http/with-user";
import { readUsageQuery } from "@/lib/usage/report/read-range";
import { reportUsage } from "@/lib/usage/report/report-usage";

export const GET = withUser(null, async ({ user, request }) =>
  Response.json(await reportUsage(user, readUsageQuery(new URL(request.url).searchParams))),
);
