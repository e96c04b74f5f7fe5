import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { getCurrentVisitor } from "../auth/get-current-user";
import type { Visitor } from "../auth/get-session-user";
import type { UserId } from "../auth/user-id";
import { AppError } from "../errors";
import { limitAndRemember } from "../limits/limit-and-remember";
import { limitRequests } from "../limits/limit-requests";
import { answerError } from "./answer-error";
import { checkOrigin } from "./check-origin";
import { readBody } from "./read-body";

/** What a handler gets: the verified user, the parsed body and the path's parameters. */
export type Call<Body> = {
  user: UserId;
  /** When the proof of who asks ends (milliseconds of the epoch); null where it never does. */
  expiresAt: number | null;
  body: Body;
  params: Record<string, string>;
  request: Request;
  requestId: string;
};
type Context = { params: Promise<Record<string, string>> };
type Handler<Body> = (call: Call<Body>) => Promise<Response>;

/**
 * Wraps a route handler: authenticates, checks the origin, limits, reads and parses the body, calls
 * the handler and maps every error to a problem document.
 *
 * @param schema of the body; `null` when the route takes none.
 * @param findVisitor whose request it is; by itself nobody whose account was deleted.
 */
export function withUser<Body>(
  schema: z.ZodType<Body>,
  handler: Handler<Body>,
  findVisitor?: FindVisitor,
): Route;
export function withUser(schema: null, handler: Handler<null>, findVisitor?: FindVisitor): Route;
export function withUser<Body>(
  schema: z.ZodType<Body> | null,
  handler: Handler<Body | null>,
  findVisitor: FindVisitor = getCurrentVisitor,
): Route {
  return async (request, context) => {
    const requestId = randomUUID();
    try {
      const visitor = await admit(request, findVisitor);
      const body = schema ? await readBody(request, schema) : null;
      const response = await handler({
        ...visitor,
        body,
        params: await context.params,
        request,
        requestId,
      });
      response.headers.set("x-request-id", requestId);
      if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
      return response;
    } catch (error) {
      return answerError(error, requestId);
    }
  };
}
type Route = (request: Request, context: Context) => Promise<Response>;

type FindVisitor = () => Promise<Visitor | null>;

async function admit(request: Request, findVisitor: FindVisitor): Promise<Visitor> {
  const visitor = await findVisitor();
  if (!visitor) throw new AppError("unauthenticated");
  checkOrigin(request);
  await limitAndRemember(request, "requests", () => limitRequests(visitor.user));
  return visitor;
}
