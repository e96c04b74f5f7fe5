import { AppError } from "@/lib/errors";
import { withUser } from "@/lib/http/with-user";

/** Every address below /api that is no route: a problem document, not a page. */
const answer = withUser(null, () => Promise.reject(new AppError("not_found")));

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
