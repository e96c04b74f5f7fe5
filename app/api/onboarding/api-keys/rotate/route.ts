import { withUser } from "@/lib/http/with-user";
import { rotateUserKey } from "@/lib/keys/rotation/rotate-user-key";

/** A new data key for the user, under which all of their secrets are sealed again. */
export const POST = withUser(null, async ({ user }) =>
  Response.json({ sealed: await rotateUserKey(user) }),
);
