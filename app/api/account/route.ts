import { deleteAccount } from "@/lib/account/delete-account";
import { deleteAccountBody } from "@/lib/account/schema";
import { getSessionVisitor } from "@/lib/auth/get-session-user";
import { withUser } from "@/lib/http/with-user";

/** Also for whom there is a tombstone already: the sign-in may be what is left to delete. */
export const DELETE = withUser(
  deleteAccountBody,
  async ({ user }) => {
    await deleteAccount(user);
    return new Response(null, { status: 204 });
  },
  getSessionVisitor,
);
