import { continueBody } from "@/lib/blog/edit/schema";
import { continueSection } from "@/lib/blog/tools/continue-section";
import { openUnsaved, requireSection } from "@/lib/blog/tools/open-tool";
import { requireUuid } from "@/lib/http/require-uuid";
import { streamWork } from "@/lib/http/stream-work";
import { withUser } from "@/lib/http/with-user";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

export const POST = withUser(continueBody, async ({ user, body, params, request }) => {
  const tool = await openUnsaved(user, requireUuid(params.id));
  const section = requireSection(tool, params.sectionId);
  return streamWork(request, (emit, signal) =>
    continueSection(tool, { section, body, emit, signal }),
  );
});
