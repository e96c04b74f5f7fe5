import { withUser } from "@/lib/http/with-user";
import { readUsageQuery } from "@/lib/usage/report/read-range";
import { writeCsv } from "@/lib/usage/report/write-csv";

export const GET = withUser(null, async ({ user, request }) => {
  const { name, body } = await writeCsv(user, readUsageQuery(new URL(request.url).searchParams));
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
});
