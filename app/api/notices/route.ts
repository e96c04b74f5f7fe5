import { withUser } from "@/lib/http/with-user";
import { listNotices } from "@/lib/notices/list-notices";

export const GET = withUser(null, async ({ user }) => Response.json(await listNotices(user)));
