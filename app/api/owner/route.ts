import { AppError } from "@/lib/errors";
import { withUser } from "@/lib/http/with-user";
import { drawPicture } from "@/lib/owner/draw-picture";
import { isOwner } from "@/lib/owner/is-owner";
import { reportOwner } from "@/lib/owner/report-owner";
import { ownerQuery } from "@/lib/owner/schema";

export const GET = withUser(null, async ({ user, request }) => {
  if (!isOwner(user)) throw new AppError("not_found");
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const { infrastructureUsd } = ownerQuery.parse(search);
  const report = await reportOwner();
  return Response.json({ ...report, picture: drawPicture(report.totals, infrastructureUsd) });
});
