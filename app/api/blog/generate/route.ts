import { streamEvents } from "@/lib/blog/events/stream-events";
import { getPost } from "@/lib/blog/posts/get-post";
import { startPost } from "@/lib/blog/posts/start-post";
import { waitForPost } from "@/lib/blog/posts/wait-for-post";
import { generateBody } from "@/lib/blog/schema";
import { AppError } from "@/lib/errors";
import { acceptsEvents, readIdempotencyKey, readWait } from "@/lib/http/read-preferences";
import { withUser } from "@/lib/http/with-user";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

export const POST = withUser(generateBody, async ({ user, expiresAt, body, request }) => {
  const { headers } = request;
  const { id } = await startPost(user, body, readIdempotencyKey(headers));
  const location = { location: `/api/blog/posts/${id}` };
  if (acceptsEvents(headers))
    return streamEvents(
      { user, expiresAt, postId: id, after: 0, clientSignal: request.signal },
      location,
    );
  const seconds = readWait(headers);
  const applied =
    seconds === null ? location : { ...location, "preference-applied": `wait=${seconds}` };
  const isOver = seconds !== null && (await waitForPost(user, id, seconds, request.signal));
  const post = await getPost(user, id);
  if (!post) throw new AppError("not_found");
  if (isOver) return Response.json(post, { headers: applied });
  const accepted = { id, status: post.status, eventsUrl: `/api/blog/posts/${id}/events` };
  return Response.json(accepted, { status: 202, headers: applied });
});
