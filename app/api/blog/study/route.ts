import { studyBody } from "@/lib/blog/study/schema";
import { studyTopic } from "@/lib/blog/study/study-topic";
import { streamWork } from "@/lib/http/stream-work";
import { withUser } from "@/lib/http/with-user";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

export const POST = withUser(studyBody, async ({ user, body, request }) =>
  streamWork(request, (emit, signal) => studyTopic(user, body, { emit, signal })),
);
