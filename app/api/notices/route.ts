import { withUser } from "@/lib/http/with-user";
import { listNews } from "@/lib/notices/list-news";

export const GET = withUser(null, async ({ user }) => Response.json(await listNews(user)));
