import { withUser } from "@/lib/http/with-user";
import { listNotices } from "@/lib/notices/list-notices";
import { readNotices } from "@/lib/notices/read-notices";
import { readNoticesBody } from "@/lib/notices/schema";

export const POST = withUser(readNoticesBody, async ({ user, body }) => {
  await readNotices(user, body);
  return Response.json(await listNotices(user));
});
