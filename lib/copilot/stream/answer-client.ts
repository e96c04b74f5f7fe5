import "server-only";
import type { UserId } from "../../auth/user-id";
import { AppError } from "../../errors";
import { readBody, readOptionalBody } from "../../http/read-body";
import { stopRuns } from "../runs/stop-runs";
import { runBody, stopBody } from "../schema";
import { connectThread } from "./connect-thread";
import { INFO } from "./describe-info";
import { runThread } from "./run-thread";

/**
 * What CopilotKit's client asks of a runtime, in AG-UI's open protocol: info, run, connect and stop.
 *
 * @throws AppError `not_found` for anything else.
 */
export async function answerClient(
  user: UserId,
  request: Request,
  path: string,
): Promise<Response> {
  const asked = `${request.method} ${path}`;
  if (asked === "GET info") return Response.json(INFO);
  if (asked === "POST agent/default/run")
    return runThread(user, await readBody(request, runBody), request);
  if (asked === "POST agent/default/connect")
    return connectThread(user, await readBody(request, runBody), request);
  const threadId = /^POST agent\/default\/stop\/([A-Za-z0-9_-]{1,100})$/.exec(asked)?.[1];
  if (threadId) {
    const { runId } = await readOptionalBody(request, stopBody);
    return Response.json({ stopped: await stopRuns({ user, threadId }, runId) });
  }
  throw new AppError("not_found");
}
