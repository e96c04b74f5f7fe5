import { raiseCap } from "@/lib/blog/posts/raise-cap";
import { withUser } from "@/lib/http/with-user";
import { capBody } from "@/lib/usage/schema";

export const PUT = withUser(capBody, async ({ user, body }) =>
  Response.json(await raiseCap(user, body)),
);
