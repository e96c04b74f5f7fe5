import { streamEvents } from "@/lib/blog/events/stream-events";
import { findStanding } from "@/lib/blog/posts/find-standing";
import { isLive } from "@/lib/blog/schema";
import { AppError } from "@/lib/errors";
import { readLastEventId } from "@/lib/http/read-preferences";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";
import { limitAndRemember } from "@/lib/limits/limit-and-remember";
import { paceOpenings } from "@/lib/limits/pace-openings";

export const maxDuration = 300;

export const GET = withUser(null, async ({ user, expiresAt, params, request }) => {
  const postId = requireUuid(params.id);
  const after = readLastEventId(request);
  const { signal } = request;
  await limitAndRemember(request, "streams", () => paceOpenings(user));
  if (signal.aborted) return new Response(null, { status: 204 });
  const post = await findStanding(user, postId);
  if (!post) throw new AppError("not_found");
  const isOver = !isLive(post.status) && after >= post.lastEventId;
  if (isOver) return new Response(null, { status: 204 });
  return streamEvents({ user, expiresAt, postId, after, clientSignal: signal });
});
