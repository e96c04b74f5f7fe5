import { AppError } from "@/lib/errors";
import { withUser } from "@/lib/http/with-user";

/** Every address below /api that is no route: a problem document, not a page. */
const refuse = withUser(null, () => Promise.reject(new AppError("not_found")));
const answer = (request: Request) => refuse(request, { params: Promise.resolve({}) });

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
