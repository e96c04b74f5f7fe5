import { answerClient } from "@/lib/copilot/stream/answer-client";
import { withUser } from "@/lib/http/with-user";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

const answerUser = withUser(null, ({ user, request }) => {
  const path = new URL(request.url).pathname.replace(/^\/api\/copilotkit\/?/, "");
  return answerClient(user, request, path);
});
/** The path is read from the address: a route of this kind has its parts as a list. */
const answer = (request: Request) => answerUser(request, { params: Promise.resolve({}) });

export const GET = answer;
export const POST = answer;
export const PUT = answer;
export const PATCH = answer;
export const DELETE = answer;
