import { z } from "zod";

/** What has to be typed before an account is deleted. */
export const DELETE_WORDS = "delete my account";

/** Body of `DELETE /api/account`. */
export const deleteAccountBody = z.strictObject({
  confirm: z.literal(DELETE_WORDS, { error: `Type “${DELETE_WORDS}”.` }),
});
